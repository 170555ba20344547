CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON registration_enquiries FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'words', 'answer');

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON desk_steps FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'before', 'after');

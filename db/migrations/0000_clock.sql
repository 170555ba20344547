-- The only clock SQL reads. The tests' template database replaces it with one they can set.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()';

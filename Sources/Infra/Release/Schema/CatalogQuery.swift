/// The question that `Catalog` is the answer to.
enum CatalogQuery {
  /// Makes the question known to a session.
  ///
  /// A function has a search path of its own, so that names are told whole whatever a migration
  /// has set. It lives as long as its session, and no catalog shows it.
  static let preparation = """
    CREATE FUNCTION pg_temp.infra_catalog() RETURNS TABLE (
      kind text, owner text, name text, f0 text, f1 text, f2 text, f3 text, f4 text, f5 text, f6 text
    ) LANGUAGE sql STABLE SET search_path = pg_catalog AS $infra$
      WITH spaces AS (
        SELECT oid, nspname FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
      ), members AS (
        SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
      ), relations AS (
        SELECT c.*, s.nspname || '.' || c.relname AS title FROM pg_class c
        JOIN spaces s ON s.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND NOT EXISTS (
          SELECT FROM members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid
        )
      )
      SELECT 'schema', '', nspname, '', '', '', '', '', '', '' FROM spaces
      UNION ALL
      SELECT 'relation', '', title, relkind::text,
        CASE WHEN relkind IN ('r', 'm') THEN pg_relation_filenode(oid)::text END,
        CASE WHEN relkind = 'v' THEN pg_relation_is_updatable(oid, true)::text ELSE '28' END,
        relrowsecurity::text,
        CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END, '', ''
      FROM relations
      UNION ALL
      SELECT 'column', r.title, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 't' ELSE 'f' END,
        CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
        a.attidentity::text, a.attgenerated::text, l.collname, ''
      FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      WHERE a.attnum > 0 AND NOT a.attisdropped
      UNION ALL
      SELECT 'constraint', r.title, k.conname, k.contype::text, pg_get_constraintdef(k.oid),
        (SELECT string_agg(a.attname, E'\\n' ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)),
        (SELECT title FROM relations t WHERE t.oid = k.confrelid),
        k.confdeltype::text, CASE WHEN k.convalidated THEN 't' ELSE 'f' END, k.confupdtype::text
      FROM pg_constraint k JOIN relations r ON r.oid = k.conrelid
      WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
      UNION ALL
      SELECT 'index', r.title, i.relname, CASE WHEN x.indisunique THEN 't' ELSE 'f' END,
        pg_get_indexdef(x.indexrelid),
        (SELECT string_agg(a.attname, E'\\n' ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey)),
        CASE WHEN x.indisvalid THEN 't' ELSE 'f' END, '', '', ''
      FROM pg_index x JOIN relations r ON r.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      WHERE NOT EXISTS (
        SELECT FROM pg_constraint k
        WHERE k.conindid = x.indexrelid AND k.conrelid = x.indrelid AND k.contype IN ('p', 'u', 'x')
      )
      UNION ALL
      SELECT 'type', '', s.nspname || '.' || t.typname, t.typtype::text,
        CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
        CASE WHEN t.typnotnull THEN 't' ELSE 'f' END, '', '', '', ''
      FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace
      WHERE t.typtype IN ('e', 'd', 'r') AND NOT EXISTS (
        SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid
      )
      UNION ALL
      SELECT 'label', s.nspname || '.' || t.typname, e.enumlabel, '', '', '', '', '', '', ''
      FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN spaces s ON s.oid = t.typnamespace
      UNION ALL
      SELECT 'domainConstraint', s.nspname || '.' || t.typname, k.conname,
        pg_get_constraintdef(k.oid), '', '', '', '', '', ''
      FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
      JOIN spaces s ON s.oid = t.typnamespace WHERE k.contype = 'c'
      UNION ALL
      SELECT 'function', '',
        s.nspname || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')',
        coalesce(pg_get_function_result(p.oid), ''), p.prokind::text, p.pronargdefaults::text,
        '', '', '', ''
      FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace
      WHERE NOT EXISTS (
        SELECT FROM members m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid
      )
      UNION ALL
      SELECT 'trigger', r.title, g.tgname, pg_get_triggerdef(g.oid), g.tgenabled::text,
        '', '', '', '', ''
      FROM pg_trigger g JOIN relations r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal
      UNION ALL
      SELECT 'policy', r.title, p.polname, p.polcmd::text, p.polpermissive::text,
        p.polroles::text, pg_get_expr(p.polqual, p.polrelid),
        pg_get_expr(p.polwithcheck, p.polrelid), '', ''
      FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
      UNION ALL
      SELECT 'sequence', '', s.nspname || '.' || c.relname, format_type(q.seqtypid, NULL),
        q.seqmin::text, q.seqmax::text, q.seqincrement::text, '', '', ''
      FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid JOIN spaces s ON s.oid = c.relnamespace
      WHERE NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND d.deptype IN ('i', 'e')
      )
      UNION ALL
      SELECT 'privilege', r.title,
        coalesce((SELECT rolname FROM pg_roles WHERE oid = x.grantee), 'PUBLIC') || ' '
          || x.privilege_type, '', '', '', '', '', '', ''
      FROM relations r,
        aclexplode(coalesce(r.relacl, acldefault('r', r.relowner))) x
      UNION ALL
      SELECT 'extension', '', extname, extversion, '', '', '', '', '', '' FROM pg_extension
    $infra$;
    """

  /// Asks the question.
  static let question = "COPY (SELECT * FROM pg_temp.infra_catalog()) TO STDOUT;"
}

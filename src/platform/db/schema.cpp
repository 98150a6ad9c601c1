// SQLite keeps what was written, comments inside the brackets included; PostgreSQL tells it from its catalogue.
#include "platform/db/schema.hpp"

#include <algorithm>

namespace db {

namespace {

struct Line {
    std::string of, text;

    static void each_field(auto& line, auto& visit) { visit("of", line.of), visit("text", line.text); }
};

std::string with_clean_line_ends(std::string_view text) {
    std::string clean;
    for (auto letter : text) {
        if (letter == '\n')
            while (!clean.empty() && clean.back() == ' ') clean.pop_back();
        if (letter != '\r') clean += letter;
    }
    return clean;
}

// The tables in which full-text search keeps its own are its own business.
std::string sqlite_schema(Session& session) {
    std::string schema;
    session.for_each<Line>(R"(
        SELECT name AS of, sql AS text FROM sqlite_schema
        WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
        ORDER BY tbl_name, CASE type WHEN 'table' THEN 1 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name)",
                           [&](const Line& line) { schema += with_clean_line_ends(line.text) + ";\n\n"; });
    return schema;
}

std::vector<Line> tables(Session& session) {
    return session.all<Line>(R"(
        SELECT relname::text AS of, CASE WHEN relkind = 'v' THEN pg_get_viewdef(oid, true) ELSE '' END AS text
        FROM pg_class WHERE relnamespace = current_schema()::text::regnamespace AND relkind IN ('r', 'p', 'v')
        ORDER BY relname COLLATE "C")");
}

std::vector<Line> columns(Session& session) {
    return session.all<Line>(R"(
        SELECT c.relname::text AS of, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE a.attgenerated WHEN 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid, true) || ') STORED'
               ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid, true), '') END
            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS text
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relkind IN ('r', 'p')
            AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY c.oid, a.attnum)");
}

std::vector<Line> constraints(Session& session) {
    return session.all<Line>(R"(
        SELECT c.relname::text AS of, 'CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid, true) AS text
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = current_schema()::text::regnamespace AND k.contype <> 't'
        ORDER BY CASE k.contype WHEN 'p' THEN 1 WHEN 'u' THEN 2 WHEN 'f' THEN 3 ELSE 4 END, k.conname COLLATE "C")");
}

// Those of a constraint are told with it.
std::vector<Line> indexes_and_triggers(Session& session) {
    return session.all<Line>(R"(
        SELECT of, text FROM (
            SELECT c.relname::text AS of, pg_get_indexdef(i.indexrelid, 0, true) AS text, 1 AS part, n.relname::text AS name
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::text::regnamespace
                AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            UNION ALL
            SELECT c.relname::text, pg_get_triggerdef(t.oid, true), 2, t.tgname::text
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = current_schema()::text::regnamespace AND NOT t.tgisinternal) told
        ORDER BY part, name COLLATE "C")");
}

std::string postgresql_schema(Session& session) {
    auto all_columns = columns(session), all_constraints = constraints(session), others = indexes_and_triggers(session);
    std::string schema;
    for (auto& table : tables(session)) {
        if (!table.text.empty()) {
            schema += "CREATE VIEW " + table.of + " AS\n" + table.text + "\n\n";
            continue;
        }
        std::string inside;
        for (auto part : {&all_columns, &all_constraints})
            for (auto& line : *part)
                if (line.of == table.of) inside += (inside.empty() ? "\n    " : ",\n    ") + line.text;
        schema += "CREATE TABLE " + table.of + " (" + inside + "\n);\n\n";
        for (auto& line : others)
            if (line.of == table.of) schema += line.text + ";\n\n";
    }
    return schema;
}

}

std::string schema_text(Session& session) {
    auto schema = session.kind() == Kind::sqlite ? sqlite_schema(session) : postgresql_schema(session);
    if (schema.ends_with("\n\n")) schema.pop_back();
    return schema;
}

}

// A disk that is full after so many more bytes: SQLite's by its own limit of pages, PostgreSQL's by a trigger on one
// table that says what the server says then.
#pragma once

#include "platform/db/database.hpp"

#include <fmt/format.h>

namespace world {

inline void fill_disk(db::Database& database, const std::string& table, std::int64_t bytes_left = 0) {
    auto writer = database.write();
    if (writer->kind() == db::Kind::sqlite) {
        constexpr std::int64_t page_bytes = 4096;
        auto taken = writer->one<std::int64_t>("PRAGMA page_count");
        writer->driver().script(fmt::format("PRAGMA max_page_count = {}", taken + bytes_left / page_bytes));
        return;
    }
    auto taken = writer->one<std::int64_t>("SELECT pg_total_relation_size($1::regclass)", table);
    writer->driver().script(fmt::format(R"(
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF pg_total_relation_size(TG_RELID) >= {} THEN
                RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION full_disk();)",
                                        taken + bytes_left, table));
}

}

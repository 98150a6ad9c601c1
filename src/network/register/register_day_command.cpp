// Says on a terminal what the page says.
#include "network/register/register_day_command.hpp"

#include "network/register/register_day_notices.hpp"
#include "network/register/register_json.hpp"

#include <ostream>

namespace network {

namespace {

int tell_fetched(db::Database& database, const RegisterDay& day, const i18n::Texts& texts, std::ostream& out,
                 std::ostream& err) {
    if (day.state == "failed") {
        err << texts.text(*day.error_key, texts_from_json(day.error_values.value_or("[]"))) << '\n';
        return 1;
    }
    if (day.state == "unchanged" || !day.import_id) {
        out << texts.text("register_day.command.unchanged") << '\n';
        return 0;
    }
    auto import =
        database.in_read_transaction([&](db::Session& db) { return find_import(db, *day.import_id).value(); });
    out << texts.text("register_day.command.differs", {counts_in_words(import, texts)}) << '\n';
    return 0;
}

}

int fetch_register_command(db::Database& database, const Clock& clock, const i18n::Texts& texts,
                           const RegisterSettings& settings, Id<Organisation> organisation, std::ostream& out,
                           std::ostream& err) {
    if (!settings.asks()) {
        err << texts.text("register_day.command.off") << '\n';
        return 2;
    }
    try {
        return tell_fetched(database, take_register_day(database, clock, settings, {organisation}), texts, out, err);
    } catch (const Conflict&) {
        err << texts.text("register_day.command.busy") << '\n';
        return 1;
    }
}

}

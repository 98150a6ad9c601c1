// Says of each day what came of it.
#include "network/register/register_day_pages.hpp"

#include "network/register/register_day_jobs.hpp"
#include "network/register/register_day_notices.hpp"
#include "network/register/register_json.hpp"

namespace network {

std::string RegisterDayLine::state() const {
    if (!record) return "none";
    if (record->state == "reading") return under_way ? "reading" : "stopped";
    if (record->state != "differs" || !import) return record->state;
    if (import->state == "ready") return "waiting";
    if (import->state == "refused") return "drop";
    if (import->state == "applied") return "accepted";
    return import->state == "applying" ? "applying" : "given_up";
}

std::string RegisterDayLine::reason(html::Out& out) const {
    if (!record || !record->error_key) return out.text("register_day.error.stopped");
    auto values = texts_from_json(record->error_values.value_or("[]"));
    values.resize(std::max<std::size_t>(values.size(), 4));
    return out.text(*record->error_key, values[0], values[1], values[2], values[3]);
}

std::string RegisterDayLine::what(html::Out& out) const {
    auto now = state();
    if (now == "failed" || now == "stopped") return reason(out);
    if (!import || now == "unchanged") return "";
    std::string words;
    auto say = [&](const char* key, std::int64_t count) {
        if (count > 0) words += (words.empty() ? "" : ", ") + out.text(key, count);
    };
    say("register_day.count.new", import->new_count), say("register_day.count.changed", import->changed_count);
    say("register_day.count.ended", import->ended_count), say("register_day.count.vanished", import->vanished_count);
    say("register_day.count.suspicious", import->suspicious_count);
    return words;
}

const RegisterDayLine* RegisterDaysPart::waiting() const {
    for (auto& line : lines)
        if (line.waits()) return &line;
    return nullptr;
}

std::optional<Date> RegisterDaysPart::stale_since() const {
    const RegisterDay *last = nullptr, *first = nullptr;
    for (auto& line : lines) {
        if (!line.record || line.record->file_hash.empty()) continue;    // nobody asked, or nothing came
        if (last && line.record->file_hash != last->file_hash) break;
        first = &*line.record;
        if (!last) last = first;
    }
    if (!last || (last->day - first->day).count() < stale_after_days) return {};
    return first->day;
}

std::string RegisterDaysPart::import_address(const RegisterDayLine& line, const char* rest) const {
    return "/sprava/registr/" + to_text(line.import->id) + rest;
}

html::Table RegisterDaysPart::table(html::Out& out) const {
    html::Table table{
        out.text("register_day.days"), {{"register_day.day"}, {"register_day.state"}, {"register_day.what"}}, {}};
    table.folds = table.caption_is_above = true;
    for (auto& line : lines) {
        auto state = line.state();
        auto kind = state == "accepted"                                          ? html::Tag::ok
                    : state == "failed" || state == "stopped" || state == "drop" ? html::Tag::bad
                    : state == "waiting"                                         ? html::Tag::part
                    : state == "reading" || state == "applying"                  ? html::Tag::run
                                                                                 : html::Tag::unknown;
        auto shown = line.import && state != "unchanged";
        table.rows.push_back({{to_czech(line.day), shown ? import_address(line) : ""},
                              {"", "", html::Tag{kind, out.text("register_day.state." + state)}},
                              {line.what(out)}});
    }
    return table;
}

RegisterDaysPart register_days_part(const http::Request& request, db::Session& db) {
    auto& settings = request.use<RegisterSettings>();
    RegisterDaysPart part{
        settings.asks(),   shown_source(settings.source), to_czech(settings.earliest), asks_for_register_now(db), {},
        request.form_token};
    auto records = newest_days(db, RegisterDaysPart::days_shown);
    std::map<Id<RegisterImport>, RegisterImport> imports;
    for (auto& import : db.all<RegisterImport>("SELECT register_imports.* FROM register_imports JOIN register_days"
                                               " ON import_id = register_imports.id WHERE day >= $1",
                                               request.today() - std::chrono::days{RegisterDaysPart::days_shown}))
        imports.emplace(import.id, import);
    auto record = records.begin();
    auto oldest = records.empty() ? request.today() : records.back().day;
    auto newest = records.empty() ? request.today() - std::chrono::days{1} : records.front().day;
    for (auto day = newest; day >= oldest && std::ssize(part.lines) < RegisterDaysPart::days_shown;
         day -= std::chrono::days{1}) {
        RegisterDayLine line{day, {}, {}, part.under_way};
        if (record != records.end() && record->day == day) line.record = *record++;
        if (line.record && line.record->import_id)
            if (auto found = imports.find(*line.record->import_id); found != imports.end()) line.import = found->second;
        part.lines.push_back(std::move(line));
    }
    return part;
}

http::Response ask_register_again(const http::Request& request, Permit<may::ImportRegister> permit) {
    if (!request.use<RegisterSettings>().asks()) throw NotFound{};
    auto organisation = permit.user().organisation_id.value_or(Id<Organisation>{});
    ask_for_register_again(permit.db(), permit.now(), permit.user().id, organisation);
    return http::redirect("/sprava/registr");
}

}

// Keeps drafts as the browser sends them.
#include "platform/drafts/draft.hpp"

#include "platform/db/record.hpp"
#include "platform/http/urlencoded.hpp"

namespace drafts {

http::Values Draft::values() const {
    auto parsed = http::parse_urlencoded(typed);
    return http::Values{std::move(parsed.fields)};
}

bool is_form(std::string_view address) {
    if (address.size() < 2 || address.size() > 300 || address[0] != '/' || address[1] == '/') return false;
    for (unsigned char c : address)
        if (c <= ' ' || c == 0x7f || c == '\\' || c == '?' || c == '#') return false;
    return true;
}

namespace {

// Without what belongs to the session and to the draft itself.
std::string as_sent(const http::Values& values) {
    std::string text;
    for (auto& [name, value] : values.items()) {
        if (name == "csrf" || name.starts_with("koncept.")) continue;
        text += (text.empty() ? "" : "&") + http::percent_encode(name) + "=" + http::percent_encode(value);
    }
    return text;
}

}

bool keep(db::Session& work, Instant now, const User& person, const std::string& form, const http::Values& values) {
    auto typed = as_sent(values);
    if (!is_form(form) || typed.empty() || typed.size() > draft_bytes_most) return false;
    auto organisation = person.organisation_id.value_or(Id<Organisation>{});
    Draft draft{Id<Draft>::made_at(now), person.id, form, std::move(typed), now};
    draft.kept = {organisation, "draft", 1, now, person.id, now, person.id};
    work.run("DELETE FROM drafts WHERE person_id = $1 AND form = $2", person.id, form);
    db::insert_record(work, Draft::table, draft);
    work.run("DELETE FROM drafts WHERE person_id = $1 AND id NOT IN"
             " (SELECT id FROM drafts WHERE person_id = $1 ORDER BY saved_at DESC, id DESC LIMIT $2)",
             person.id, drafts_most);
    return true;
}

std::optional<Draft> find(db::Session& db, Id<User> person, const std::string& form) {
    return db.maybe<Draft>("SELECT * FROM drafts WHERE person_id = $1 AND form = $2", person, form);
}

void drop(db::Session& work, Id<User> person, const std::string& form) {
    work.run("DELETE FROM drafts WHERE person_id = $1 AND form = $2", person, form);
}

void drop_all(db::Session& work, const std::string& form) { work.run("DELETE FROM drafts WHERE form = $1", form); }

std::int64_t drop_old(db::Session& work, Instant now) {
    return work.run("DELETE FROM drafts WHERE saved_at < $1", now - draft_lasts);
}

bool is_marked(const http::Values& values) { return is_form(values.first(marker)); }

http::Values carried_values(const http::Values& values) {
    http::Values typed;
    for (auto& [name, value] : values.items())
        if (name.starts_with(carried)) typed.add(name.substr(std::string_view{carried}.size()), value);
    return typed;
}

}

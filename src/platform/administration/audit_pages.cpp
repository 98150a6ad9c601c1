// Reads the audit, filtered and page by page.
#include "platform/administration/audit_pages.hpp"

#include "platform/audit/actors.hpp"
#include "platform/audit/seals.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>

namespace auth {

namespace {

constexpr std::int64_t rows_of_page = 100, file_most = 50'000;

std::vector<AuditLine> audit_lines(db::Session& db, const AuditFilter& filter, std::int64_t most, std::int64_t skip) {
    // Days of Prague; nothing typed means any day.
    auto from = from_prague(filter.from.value_or(*day_of(earliest_year, 1, 1)));
    auto to = from_prague(filter.to.value_or(*day_of(latest_year, 1, 1)) + std::chrono::days{1});
    return db.all<AuditLine>(
        "SELECT happened_at, coalesce(people.name, '') AS who, actor, act, about_id, outcome, reason FROM audit_rows"
        " LEFT JOIN people ON people.id = user_id WHERE happened_at >= $1 AND happened_at < $2"
        " AND ($3 = '' OR act = $3) AND ($4 = '' OR outcome = $4) AND ($5 = '' OR coalesce(people.email, '') = $5)"
        " ORDER BY happened_at DESC, audit_rows.id DESC LIMIT $6 OFFSET $7",
        from, to, filter.act, filter.outcome, filter.email, most, skip);
}

std::int64_t page_number(const http::Request& request) {
    auto typed = request.asked.first("strana");
    if (typed.empty() || typed.size() > 6 || typed.find_first_not_of("0123456789") != typed.npos) return 1;
    return std::max(1, std::stoi(typed));
}

}

AuditFilter::AuditFilter(const http::Values& asked) : Form{asked} {}

html::Field AuditFilter::day(const char* name, const char* label) const {
    auto day = field(name, label);
    day.size = 12;
    return day;
}

std::string AuditFilter::address(const char* path) const {
    std::string address = std::string{path} + "?";
    for (auto name : {"osoba", "ukon", "vysledek", "od", "do"})
        if (auto typed = text(name); !typed.empty()) address += std::string{name} + "=" + http::encoded(typed) + "&";
    return address;
}

http::PageHead AuditPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("audit.title"), .section = "/sprava/audit", .staff = true};
}

namespace {

// A person who asked by a token is named with it; nobody's act is a stranger's or a job's.
std::string who_words(const AuditLine& line, const html::Out& out) {
    constexpr std::string_view job = "job ";
    if (line.who.empty() && line.actor == "stranger") return out.text("audit.by_stranger");
    if (line.who.empty() && line.actor.starts_with(job))
        return out.text("audit.by_job", out.text("job.kind." + line.actor.substr(job.size())));
    if (line.who.empty()) return line.actor;
    return line.actor.starts_with(audit::by_token) ? line.who + " (" + out.text("audit.by_token") + ")" : line.who;
}

// In words, with the name that the filter takes; an act no text knows says its name only.
std::string act_words(const std::string& act, const html::Out& out) {
    auto key = "audit.acts." + act, text = out.text(key);
    return text == key ? act : text + " (" + act + ")";
}

}

html::Table AuditPage::table(html::Out& out) const {
    html::Table table{out.text("audit.title"),
                      {{"audit.when"}, {"audit.who"}, {"audit.act"}, {"audit.about"}, {"audit.outcome"}},
                      {}};
    table.caption_is_above = table.folds = true;
    for (auto& line : lines) {
        bool refused = line.outcome == "forbidden" || line.outcome == "hidden" || line.outcome == "failed";
        html::Cell outcome{
            "", "", html::Tag{refused ? html::Tag::bad : html::Tag::ok, out.text("audit.outcome." + line.outcome)}};
        table.rows.push_back({{to_czech(line.happened_at)},
                              {who_words(line, out)},
                              {act_words(line.act, out)},
                              {line.about_id && line.about_id->uuid != Uuid{} ? to_text(*line.about_id) : "–"},
                              outcome});
    }
    return table;
}

html::Select AuditPage::outcome(html::Out& out) const {
    html::Select select{{filter.field("vysledek", "audit.outcome"), {{"", out.text("audit.outcome.any")}}}};
    for (auto code : {"allowed", "done", "forbidden", "hidden", "failed"})
        select.choices.push_back({code, out.text(std::string{"audit.outcome."} + code)});
    return select;
}

http::Response show_audit(const http::Request& request, Permit<may::ReadAudit> permit) {
    auto& db = permit.db();
    AuditFilter filter{request.asked};
    auto number = page_number(request);
    auto lines = audit_lines(db, filter, rows_of_page + 1, (number - 1) * rows_of_page);
    bool more = std::int64_t(lines.size()) > rows_of_page;
    if (more) lines.pop_back();
    AuditPage page{filter, std::move(lines), number, more};
    page.verified = db.maybe<jobs::Job>(
        "SELECT * FROM jobs WHERE kind = 'audit.verify' AND state = 'done' ORDER BY id DESC LIMIT 1");
    page.form_token = request.form_token;
    return respond(request, page, filter.clean() ? http::ok : http::unprocessable);
}

http::Response export_audit(const http::Request& request, Permit<may::ReadAudit> permit) {
    AuditFilter filter{request.asked};
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{texts.text("audit.title"),
                           texts.language(),
                           request.now,
                           {{"kdy", "", moment, 18},
                            {"kdo", "", text, 24},
                            {"jako", "", text, 14},
                            {"ukon", "", text, 28},
                            {"zaznam", "", text, 38},
                            {"vysledek", "", text, 12},
                            {"duvod", "", text, 30}}};
    for (auto& column : table.columns) column.title = texts.text("audit.column." + column.name);
    table.next = [lines = audit_lines(permit.db(), filter, file_most, 0),
                  n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        row.push_back(line.happened_at);
        auto about = line.about_id ? to_text(*line.about_id) : std::string{}, reason = line.reason.value_or("");
        for (auto text : {&line.who, &line.actor, &line.act, &about, &line.outcome, &reason})
            row.push_back(documents::cell(*text));
        return true;
    };
    return documents::table_answer(request, std::move(table), "audit");
}

http::Response verify_audit(const http::Request& request, Permit<may::ReadAudit> permit) {
    auto& user = permit.user();
    jobs::enqueue(permit.db(), permit.now(), user.id, user.organisation_id.value_or(Id<Organisation>{}), "audit.verify",
                  "{}");
    if (auto workers = request.shelf->find<jobs::Workers>()) workers->wake();
    return http::redirect("/sprava/audit");
}

void know_audit_jobs(jobs::Workers& workers) {
    workers.know("audit.verify", [](jobs::Run& run) {
        auto lease = run.database().read();
        auto verdict = audit::verify(*lease);
        if (!verdict.broken.empty()) return "audit.seals.broken\n" + verdict.broken.front();
        return "audit.seals.hold\n" + std::to_string(verdict.seals) + "\n" + std::to_string(verdict.rows) + "\n" +
               std::to_string(verdict.unsealed);
    });
}

}

// The lists of reports, the builder, saving and sharing.
#include "platform/reports/report_pages.hpp"

#include "platform/base/parts.hpp"

#include <algorithm>
#include <charconv>

namespace reports {

namespace {

constexpr std::int64_t shared_on_page = 50;

history::Author author_of(const auto& permit) {
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = history::keep_source(permit.db(), permit.now(), user.id, organisation, "person", "");
    return {permit.db(), permit.now(), user.id, organisation, source};
}

std::int64_t page_asked_in(const http::Request& request) {
    std::int64_t page = 1;
    auto asked = request.asked.first("strana");
    std::from_chars(asked.data(), asked.data() + asked.size(), page);
    return std::clamp<std::int64_t>(page, 1, 100'000);
}

std::string address_of(const SavedReport& report) { return "/sestavy/" + to_text(report.id); }

// The list that a question asks, for who asks; what they may not use is not there.
const Source& source_for(const http::Request& request, const std::string& key) {
    auto source = request.use<Sources>().find(key, *request.user);
    if (!source) throw NotFound{};
    return *source;
}

ReportLine line_of(const ListedReport& listed, const Source& source, const i18n::Texts& texts) {
    ReportLine line{listed.report.title, address_of(listed.report), texts.text(source.title)};
    line.owner = listed.owner, line.shared_with = texts.text("reports.sharing." + listed.report.shared_with);
    return line;
}

// Without those whose list the reader may not use.
std::vector<ReportLine> lines_of(const http::Request& request, const std::vector<ListedReport>& reports) {
    std::vector<ReportLine> lines;
    for (auto& listed : reports)
        if (auto source = request.use<Sources>().find(listed.report.source, *request.user))
            lines.push_back(line_of(listed, *source, *request.texts));
    return lines;
}

}

http::Response list_reports(const http::Request& request, Permit<may::UseReports> permit) {
    auto& texts = *request.texts;
    auto& sources = request.use<Sources>();
    ReportListPage page{request.form_token};
    page.mine = lines_of(request, own_reports(permit.db(), permit.user().id));
    page.shared = lines_of(request, reports_shared_with(permit.db(), permit.user()));
    page.pages = std::max<std::int64_t>(1, (std::int64_t(page.shared.size()) + shared_on_page - 1) / shared_on_page);
    page.page = std::min(page_asked_in(request), page.pages);
    auto begin = page.shared.begin() + (page.page - 1) * shared_on_page;
    page.shared = {begin, begin + std::min<std::int64_t>(shared_on_page, page.shared.end() - begin)};
    for (auto& ready : sources.ready)
        if (auto source = sources.find(ready.source, permit.user()))
            page.ready.push_back(
                {ready.title(texts.language()),
                 "/sestavy/nova?" + ready.question + "&nazev=" + http::encoded(ready.title(texts.language())),
                 texts.text(source->title), ready.about(texts.language())});
    if (auto deleted = SavedReport::find(permit.db(), request.asked.first("smazano"));
        deleted && deleted->deleted_at && deleted->owner_id == permit.user().id)
        page.deleted_title = deleted->title, page.restore_at = address_of(*deleted) + "/obnovit";
    return respond(request, page);
}

namespace {

http::Response choose_source(const http::Request& request) {
    SourceChoicePage page;
    auto& texts = *request.texts;
    for (auto& source : request.use<Sources>().all)
        if (source.allowed(*request.user))
            page.lists.push_back({texts.text(source.title), "/sestavy/nova?seznam=" + source.key,
                                  texts.text(source.title), texts.text(source.hint)});
    return respond(request, page);
}

// The page of a question, without its result yet.
ReportPage page_for(const http::Request& request, const auto& permit, const Question& question,
                    std::optional<SavedReport> saved) {
    auto& source = source_for(request, question.source);
    ReportPage page{request.texts, request.texts->text(source.title)};
    page.list = source.open({permit.db(), permit.user(), *request.texts, permit.today(), permit.now()});
    page.question = question;
    page.unknown = fit(page.question, page.list);
    page.form_token = request.form_token;
    page.has_organisation = permit.user().organisation_id.has_value();
    page.saved = std::move(saved);
    if (!page.saved) return page;
    page.own = page.saved->owner_id == permit.user().id;
    page.owner = owner_of(permit.db(), *page.saved);
    page.title = page.saved->title, page.shared_with = page.own ? page.saved->shared_with : "nobody";
    auto kept = Question::parse(page.saved->question);
    fit(kept, page.list);
    page.changed = page.question.text() != kept.text();
    return page;
}

http::Response answer(const http::Request& request, ReportPage page, Date today, http::Status status = http::ok) {
    page.problems = problems_of(page.question, page.list);
    if (!page.problems.empty()) {
        page.open_part = "podminky";
        return respond(request, page, http::unprocessable);
    }
    auto result = evaluate(page.list, page.question, today);
    show_result(page, result, *request.texts, page_asked_in(request));
    return respond(request, page, status);
}

// A button of the builder was pressed: the same page at the address of what it made.
std::optional<http::Response> pressed(const http::Request& request, ReportPage& page) {
    auto part = press(page.question, request.asked, page.list);
    if (!part) return {};
    auto title = request.asked.first("nazev");
    return http::redirect(page.at(page.question), "&otevrit=", *part,
                          title.empty() ? std::string{} : "&nazev=" + http::encoded(title), "#", *part);
}

std::string open_part_asked(const http::Request& request) {
    auto part = request.asked.first("otevrit");
    return part == "sloupce" || part == "podminky" || part == "skupiny" ? part : "";
}

std::string title_typed(const std::string& typed) {
    auto title = std::string{text::trimmed(typed)};
    std::ranges::replace(title, '\n', ' '), std::ranges::replace(title, '\r', ' ');
    return title;
}

}

http::Response show_new_report(const http::Request& request, Permit<may::UseReports> permit) {
    auto question = Question::read(request.asked);
    if (question.source.empty()) return choose_source(request);
    auto page = page_for(request, permit, question, {});
    // A list that was only just chosen: its usual columns.
    if (request.asked.items().size() == 1)
        page.question = Question::usual(source_for(request, question.source), page.list), page.open_part = "sloupce";
    page.title = title_typed(request.asked.first("nazev")).substr(0, title_bytes_most);
    if (auto moved = pressed(request, page)) return *moved;
    if (auto part = open_part_asked(request); !part.empty()) page.open_part = part;
    return answer(request, std::move(page), permit.today());
}

http::Response show_report(const http::Request& request, Permit<may::ReadReport> permit) {
    auto& report = permit.about();
    source_for(request, report.source);
    if (report.deleted_at) return http::redirect("/sestavy?smazano=", report.id);
    bool edited = request.asked.has("seznam");
    auto question = edited ? Question::read(request.asked) : Question::parse(report.question);
    question.source = report.source;
    auto page = page_for(request, permit, question, report);
    if (auto moved = pressed(request, page)) return *moved;
    page.open_part = open_part_asked(request);
    page.just_saved = request.asked.first("ulozeno") == "ano" && !page.changed;
    return answer(request, std::move(page), permit.today());
}

namespace {

// What was typed about a report into the page, and what is wrong with it.
void read_saving(const http::Request& request, ReportPage& page) {
    page.title = title_typed(request.values.first("nazev"));
    page.shared_with = request.values.first("sdileni");
    if (!std::ranges::count(sharings, page.shared_with) ||
        (page.shared_with == "organisation" && !page.has_organisation))
        page.shared_with = "nobody";
    if (page.title.empty()) page.saving_problems.push_back({"nazev", "reports.name.missing"});
    else if (page.title.size() > title_bytes_most) page.saving_problems.push_back({"nazev", "reports.name.long"});
    if (auto wrong = problems_of(page.question, page.list); !wrong.empty())
        page.saving_problems.push_back({"podminky", "reports.conditions.wrong"});
}

Question question_sent(const http::Request& request) { return Question::parse(request.values.first("dotaz")); }

}

http::Response new_report(const http::Request& request, Permit<may::UseReports> permit) {
    auto page = page_for(request, permit, question_sent(request), {});
    read_saving(request, page);
    if (own_reports(permit.db(), permit.user().id).size() >= std::size_t(saved_most))
        page.saving_problems.push_back({"nazev", "reports.too_many"});
    if (!page.saving_problems.empty()) return answer(request, std::move(page), permit.today(), http::unprocessable);
    SavedReport report;
    report.owner_id = permit.user().id, report.title = page.title, report.source = page.question.source;
    report.question = page.question.text(), report.shared_with = page.shared_with;
    auto id = add_report(author_of(permit), report);
    return http::redirect("/sestavy/", id, "?ulozeno=ano");
}

http::Response save_report(const http::Request& request, Permit<may::KeepReport> permit) {
    auto& before = permit.about();
    if (before.deleted_at) return http::redirect("/sestavy?smazano=", before.id);
    auto question = question_sent(request);
    question.source = before.source;
    auto page = page_for(request, permit, question, before);
    read_saving(request, page);
    if (!page.saving_problems.empty()) return answer(request, std::move(page), permit.today(), http::unprocessable);
    auto after = before;
    after.title = page.title, after.question = page.question.text(), after.shared_with = page.shared_with;
    bool differs =
        after.title != before.title || after.question != before.question || after.shared_with != before.shared_with;
    if (differs && request.values.first("verze") != std::to_string(before.kept.version)) {
        page.saved_meanwhile = page.changed = true;
        return answer(request, std::move(page), permit.today(), http::conflict);
    }
    change_report(author_of(permit), before, after);
    return http::redirect(address_of(before), "?ulozeno=ano");
}

http::Response delete_report(const http::Request&, Permit<may::KeepReport> permit) {
    auto& before = permit.about();
    if (!before.deleted_at) {
        auto after = before;
        after.deleted_at = permit.now();
        change_report(author_of(permit), before, after);
    }
    return http::redirect("/sestavy?smazano=", before.id);
}

http::Response restore_report(const http::Request&, Permit<may::KeepReport> permit) {
    auto& before = permit.about();
    if (before.deleted_at) {
        auto after = before;
        after.deleted_at.reset();
        change_report(author_of(permit), before, after);
    }
    return http::redirect(address_of(before));
}

void routes(http::Routes& at) {
    at.get<may::UseReports>("/sestavy", list_reports);
    at.post<may::UseReports>("/sestavy", new_report);
    at.get<may::UseReports>("/sestavy/nova", show_new_report);
    documents::table_routes<may::UseReports>(at, "/sestavy/vysledek", export_report);
    at.get<may::UseReports>("/sestavy/vysledek.json", export_report);
    at.get<may::ReadReport>("/sestavy/{sestava}", show_report);
    at.post<may::KeepReport>("/sestavy/{sestava}", save_report);
    at.post<may::KeepReport>("/sestavy/{sestava}/smazat", delete_report);
    at.post<may::KeepReport>("/sestavy/{sestava}/obnovit", restore_report);
    at.get<may::KeepReport>("/sestavy/{sestava}/historie", show_report_history);
}

void menu(http::Surroundings& around) {
    around.rail.push_back({"rail.own", "/sestavy", "rail.reports", may::UseReports::uses});
}

}

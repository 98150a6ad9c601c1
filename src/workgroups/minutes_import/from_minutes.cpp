// Finds again what minutes say of a group and for it.
#include "workgroups/minutes_import/from_minutes.hpp"

#include "platform/base/parts.hpp"
#include "platform/search/fold.hpp"

#include <charconv>
#include <map>

namespace workgroups {

std::vector<std::string> ReportOfGroup::paragraphs() const { return text::parted(body, "\n"); }

std::vector<ReportOfGroup> reports_about(db::Session& db, const WorkingGroup& group, const User& user, Date day) {
    auto reports = db.all<ReportOfGroup>(
        "SELECT meeting_id, meetings.group_id AS group_id, meetings.day AS day, phase, heading, body FROM minutes_parts"
        " JOIN meeting_minutes ON meeting_minutes.id = minutes_id JOIN meetings ON meetings.id = meeting_id"
        " WHERE about_group_id = $1 AND dropped = FALSE AND state = 'held' ORDER BY day DESC, minutes_parts.id"
        " LIMIT 200",
        group.id);
    // Each group is asked for once, however many of its minutes speak of this one.
    std::map<Id<WorkingGroup>, std::optional<GroupInView>> views;
    auto view_of = [&](Id<WorkingGroup> id) -> const std::optional<GroupInView>& {
        auto known = views.find(id);
        if (known != views.end()) return known->second;
        auto whose = find_group(db, id);
        return views.emplace(id, whose ? GroupInView::find(db, whose->slug, day) : std::nullopt).first->second;
    };
    std::erase_if(reports, [&](auto& report) {
        auto& view = view_of(report.group_id);
        if (!view) return true;
        report.group = view->group.name;
        if (may::TakePartInGroup::allows(user, *view)) return false;
        // The published copy leaves out names that the minutes have: strangers are led there.
        report.heading.clear(), report.body.clear();
        return report.phase != "published" || !view->visible_to(user);
    });
    return reports;
}

std::vector<SaidInMinutes> said_in_minutes(db::Session& db, Id<WorkingGroup> group, const std::string& words) {
    auto said = db.all<SaidInMinutes>(
        "SELECT document_imports.meeting_id AS meeting_id, meetings.day AS day, document_facts.kind AS kind, body, extra"
        " FROM document_facts JOIN document_imports ON document_imports.id = import_id"
        " JOIN meetings ON meetings.id = document_imports.meeting_id WHERE document_imports.group_id = $1"
        " AND document_imports.state = 'taken' AND document_facts.state = 'accepted' AND document_facts.kind IN"
        " ('organisation', 'abbreviation', 'publication', 'paragraph', 'registration_number', 'vote', 'rule')"
        " ORDER BY document_facts.kind, body, meetings.day DESC, document_facts.id LIMIT 5000",
        group);
    auto wished = text::parted(search::fold(words), " ");
    std::erase_if(said, [&](auto& one) {
        auto folded = search::fold(one.body + " " + one.extra.value_or(""));
        return std::ranges::any_of(wished, [&](auto& word) { return folded.find(word) == std::string::npos; });
    });
    return said;
}

html::Table FromMinutesPage::table(html::Out& out) const {
    html::Table table{out.text("from_minutes.said"), {{"from_minutes.kind"}, {"from_minutes.words"}, {"document.day"}}};
    table.folds = table.caption_is_above = true;
    for (auto& one : said) {
        auto words = one.extra && one.kind != "publication" ? one.body + " – " + *one.extra : one.body;
        // What a person typed by hand is a link only where it is an address of the web.
        bool address = one.kind == "publication" && one.extra &&
                       (one.extra->starts_with("https://") || one.extra->starts_with("http://"));
        table.rows.push_back({{out.text("document.fact." + one.kind)},
                              {words, address ? *one.extra : ""},
                              {to_czech(one.day), "/jednani/" + to_text(one.meeting_id)}});
    }
    return table;
}

http::PageHead FromMinutesPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("from_minutes.title") + " – " + group.name, .section = "/skupiny", .staff = true};
}

http::Response show_from_minutes(const http::Request& request, Permit<may::TakePartInGroup> permit) {
    constexpr std::int64_t on_page = 50;
    constexpr std::size_t longest_words = 200;
    auto& db = permit.look();
    FromMinutesPage page{permit.about().group};
    page.words = request.asked.first("q");
    if (page.words.size() > longest_words) page.words.clear();
    page.reports = reports_about(db, page.group, *request.user, request.today());
    auto wished = text::parted(search::fold(page.words), " ");
    std::erase_if(page.reports, [&](auto& report) {
        auto folded = search::fold(report.heading + " " + report.body);
        return std::ranges::any_of(wished, [&](auto& word) { return folded.find(word) == std::string::npos; });
    });
    auto said = said_in_minutes(db, page.group.id, page.words);
    page.all = std::int64_t(said.size());
    std::int64_t asked = 1;
    auto typed = request.asked.first("strana");
    std::from_chars(typed.data(), typed.data() + typed.size(), asked);
    auto pages = std::max<std::int64_t>(1, (page.all + on_page - 1) / on_page);
    page.pager = {page.at("/ze-zapisu?q=") + http::encoded(page.words) + "&strana=",
                  std::clamp<std::int64_t>(asked, 1, pages), pages};
    for (auto n = (page.pager.page - 1) * on_page; n < std::min(page.all, page.pager.page * on_page); ++n)
        page.said.push_back(said[std::size_t(n)]);
    return respond(request, page);
}

}

// Shows the anchors of the audit, newest first.
#include "platform/administration/anchor_pages.hpp"

#include "platform/time/prague.hpp"

#include <algorithm>

namespace auth {

namespace {

constexpr std::int64_t days_of_page = 31, days_most = 36'600;

std::vector<AnchorLine> anchor_lines(db::Session& db, std::int64_t most, std::int64_t skip) {
    std::vector<AnchorLine> lines;
    auto found = audit::anchors(db, most, skip);
    for (auto& anchor : found) lines.push_back({anchor.day, audit::spelled(anchor.root), anchor.made_at});
    return lines;
}

}

http::PageHead AnchorsPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("anchors.title"), .description = texts.text("anchors.lead")};
}

html::Table AnchorsPage::table(html::Out& out) const {
    html::Table table{out.text("anchors.table"), {{"anchors.day"}, {"anchors.root"}, {"anchors.made"}}, {}};
    table.caption_is_above = table.folds = true;
    for (auto& line : lines) table.rows.push_back({{to_czech(line.day)}, {line.root}, {to_czech(line.made_at)}});
    return table;
}

http::Response show_anchors(const http::Request& request, Permit<may::Read> permit) {
    auto all = permit.db().one<std::int64_t>("SELECT count(*) FROM audit_anchors");
    AnchorsPage page{{}};
    page.pages = std::max<std::int64_t>(1, (all + days_of_page - 1) / days_of_page);
    auto typed = request.asked.first("strana");
    if (!typed.empty() && typed.size() < 6 && typed.find_first_not_of("0123456789") == typed.npos)
        page.page = std::clamp<std::int64_t>(std::stoi(typed), 1, page.pages);
    page.lines = anchor_lines(permit.db(), days_of_page, (page.page - 1) * days_of_page);
    return respond(request, page);
}

http::Response export_anchors(const http::Request& request, Permit<may::Read> permit) {
    auto& texts = *request.texts;
    using enum documents::Kind;
    documents::Table table{texts.text("anchors.title"),
                           texts.language(),
                           request.now,
                           {{"den", texts.text("anchors.day"), date, 12},
                            {"otisk", texts.text("anchors.root"), text, 90},
                            {"zapeceteno", texts.text("anchors.made"), moment, 18}}};
    table.next = [lines = anchor_lines(permit.db(), days_most, 0), n = std::size_t{}](documents::Row& row) mutable {
        if (n == lines.size()) return false;
        auto& line = lines[n++];
        row = {line.day, line.root, line.made_at};
        return true;
    };
    return documents::table_answer(request, std::move(table), "pecet");
}

}

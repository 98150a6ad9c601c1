// Lists refusals by period and takes one more.
#include "network/editing/refusal_pages.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr std::int64_t most_refused = 100'000;

std::string field_of(const std::string& reason) { return "duvod_" + reason; }

std::vector<std::string> codes_of(const std::vector<const CodeListItem*>& reasons) {
    std::vector<std::string> codes;
    for (auto reason : reasons) codes.push_back(reason->code);
    return codes;
}

}

RefusalForm::RefusalForm(const http::Request& request, const std::vector<std::string>& reasons, Date today)
    : Form{request} {
    from = date("od"), last = date("do");
    if (!from && !has_problem("od")) problem("od", "refusals.from.missing");
    if (!last && !has_problem("do")) problem("do", "refusals.to.missing");
    if (from && last && *last < *from) problem("do", "refusals.to.early");
    if (last && *last > today) problem("do", "refusals.to.future");
    for (auto& reason : reasons)
        if (auto count = number(field_of(reason).c_str(), 0, most_refused)) counts.emplace_back(reason, *count);
    if (clean() && counts.empty()) problem(field_of(reasons.front()).c_str(), "refusals.count.missing");
}

http::PageHead RefusalPage::head(const i18n::Texts& texts) const {
    return {.title = service.name + " – " + texts.text("refusals.title"), .staff = true};
}

html::Table RefusalPage::table(html::Out& out) const {
    html::Table table{out.text("refusals.periods"), {{"refusals.period"}}, {}};
    table.folds = table.caption_is_above = true;
    for (auto reason : reasons) table.columns.push_back({name_of(*reason, out), true});
    table.columns.push_back({"refusals.total", true});
    for (auto& period : periods) {
        html::Row row{{out.text("refusals.days", to_czech(period.from), to_czech(period.to - std::chrono::days{1}))}};
        for (auto reason : reasons) {
            auto count = period.count_of(reason->code);
            row.push_back({count ? std::to_string(*count) : out.text("capacity.unknown")});
        }
        row.push_back({std::to_string(period.total())});
        table.rows.push_back(std::move(row));
    }
    return table;
}

html::Field RefusalPage::from() const {
    auto field = form.field("od", "refusals.from");
    field.size = 12;
    return field;
}

html::Field RefusalPage::to() const {
    auto field = form.field("do", "refusals.to");
    field.hint = "refusals.to.hint", field.size = 12;
    return field;
}

html::Field RefusalPage::count(const CodeListItem& reason) const {
    auto name = field_of(reason.code);
    auto field = form.field(name.c_str(), "");
    field.label = reason.detail("paragraph") + ": " + lists.name("refusal_reasons", reason.code);
    field.optional = true, field.inputmode = "numeric", field.size = 6;
    return field;
}

namespace {

http::Response refusals_page(const http::Request& request, db::Session& db, const Service& service,
                             const CodeLists& lists, const RefusalForm& form, http::Status status) {
    RefusalPage page{
        service,           form, lists, lists.items("refusal_reasons", request.today()), refusals_of(db, service.id),
        request.form_token};
    page.saved = request.asked.first("ulozeno") == "ano";
    return respond(request, page, status);
}

}

http::Response show_refusals(const http::Request& request, Permit<may::EditService> permit) {
    auto& view = permit.about();
    if (view.renamed()) return http::moved("/sluzby/" + view.service.slug + "/odmitnuti");
    auto lists = CodeLists::read(permit.db(), permit.today());
    return refusals_page(request, permit.db(), view.service, lists, RefusalForm{}, http::ok);
}

http::Response report_refusals_of(const http::Request& request, Permit<may::EditService> permit) {
    auto& db = permit.db();
    auto& service = permit.about().service;
    auto lists = CodeLists::read(db, permit.today());
    RefusalForm form{request, codes_of(lists.items("refusal_reasons", permit.today())), permit.today()};
    // The same period again corrects it; another one that meets it would count some people twice.
    for (auto& known : refusals_of(db, service.id)) {
        if (!form.clean()) break;
        auto to = *form.last + std::chrono::days{1};
        bool same = known.from == *form.from && known.to == to;
        if (!same && known.from < to && *form.from < known.to) form.problem("od", "refusals.meets");
    }
    if (!form.clean()) return refusals_page(request, db, service, lists, form, http::unprocessable);
    auto author = author_of(permit);
    for (auto& [reason, count] : form.counts)
        report_refusals(author,
                        {{}, service.id, reason, *form.from, *form.last + std::chrono::days{1}, count, form.note, {}});
    note_done(permit, "network.refusals_saved", service.id.uuid);
    return http::redirect("/sluzby/", service.slug, "/odmitnuti?ulozeno=ano");
}

}

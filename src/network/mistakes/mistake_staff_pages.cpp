// Lists reports by who may answer them, settles one and takes it back.
#include "network/mistakes/mistake_staff_pages.hpp"

#include "network/editing/edit_pages.hpp"
#include "platform/base/steady_sort.hpp"
#include "platform/time/prague.hpp"

#include <algorithm>
#include <charconv>

namespace network {

namespace {

constexpr std::int64_t page_size = 20;

// All reports that a person may answer, without the texts of those that the page does not show.
std::vector<ListedMistake> mistakes_for(db::Session& db, const User& user) {
    auto all = db.all<ListedMistake>(
        "SELECT mistake_reports.id AS id, service_id, '' AS message, state, mistake_reports.contact IS NOT NULL AS "
        "wants_answer,"
        " mistake_reports.created_at AS created_at, settled_at, services.slug AS service_slug, services.name AS "
        "service_name,"
        " providers.slug AS provider_slug, providers.name AS provider_name FROM mistake_reports"
        " JOIN services ON services.id = service_id JOIN providers ON providers.id = services.provider_id"
        " ORDER BY mistake_reports.created_at, mistake_reports.id");
    if (auto edited = services_edited_by(db, user))
        std::erase_if(all, [&](auto& one) { return !edited->contains(one.service_id); });
    return all;
}

bool concerns(const ListedMistake& mistake, const std::string& about) {
    return about.empty() || mistake.provider_slug == about ||
           mistake.provider_slug + "/" + mistake.service_slug == about;
}

// Providers by name, under each its services about which somebody wrote.
std::vector<html::Choice> choices_of(const std::vector<ListedMistake>& all, const i18n::Texts& texts) {
    std::map<db::Bytes, html::Choice> found;
    for (auto& one : all) {
        auto provider = i18n::sort_key(one.provider_name), service = i18n::sort_key(one.service_name);
        found.try_emplace(provider, html::Choice{one.provider_slug, one.provider_name});
        provider.push_back(0), provider.insert(provider.end(), service.begin(), service.end());
        found.try_emplace(provider, html::Choice{one.provider_slug + "/" + one.service_slug,
                                                 one.provider_name + ": " + one.service_name});
    }
    std::vector<html::Choice> choices{{"", texts.text("mistakes.about.all")}};
    for (auto& [key, choice] : found) choices.push_back(choice);
    return choices;
}

std::int64_t page_asked(const http::Request& request, std::int64_t pages) {
    auto text = request.asked.first("strana");
    std::int64_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::int64_t>(page, 1, std::max<std::int64_t>(pages, 1));
}

}

std::int64_t count_waiting_mistakes(db::Session& db, const User& user) {
    auto edited = services_edited_by(db, user);
    if (!edited) return count_mistake_reports(db, "new");
    auto services = db.all<Id<Service>>("SELECT service_id FROM mistake_reports WHERE state = 'new'");
    return std::ranges::count_if(services, [&](auto id) { return edited->contains(id); });
}

html::Tag state_tag(const std::string& state, html::Out& out) {
    auto kind = state == "new" ? html::Tag::run : state == "settled" ? html::Tag::ok : html::Tag::unknown;
    return {kind, out.text("mistakes.state." + state)};
}

std::string MistakeListPage::with_state(const char* other) const {
    auto address = std::string{"/sprava/hlaseni?stav="} + other;
    return about.empty() ? address : address + "&tyka=" + http::encoded(about);
}

html::Select MistakeListPage::choice(html::Out&) const {
    html::Select select{{html::Field{"tyka", "mistakes.concerns", about}, abouts}};
    return select;
}

html::Pager MistakeListPage::pager() const { return {with_state(state.c_str()) + "&strana=", page, pages}; }

http::PageHead MistakeListPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("mistakes.title"), .section = "/sprava/hlaseni", .staff = true};
}

http::Response list_mistakes(const http::Request& request, Permit<may::ListMistakes> permit) {
    auto& db = permit.db();
    auto all = mistakes_for(db, permit.user());
    MistakeListPage page;
    page.state = request.asked.first("stav") == "vyrizena" ? "vyrizena" : "cekaji";
    page.abouts = choices_of(all, *request.texts);
    auto about = request.asked.first("tyka");
    if (std::ranges::find(page.abouts, about, &html::Choice::value) != page.abouts.end()) page.about = about;
    std::erase_if(all, [&](auto& one) { return !concerns(one, page.about); });
    page.waiting = std::ranges::count(all, "new", &ListedMistake::state),
    page.settled = std::int64_t(all.size()) - page.waiting;
    std::erase_if(all, [&](auto& one) { return (one.state == "new") != page.shows_waiting(); });
    // The oldest waits longest; of those that are answered the newest is looked for.
    if (!page.shows_waiting()) steady_sort(all, [](auto& a, auto& b) { return a.settled_at > b.settled_at; });
    page.pages = std::max<std::int64_t>(1, (std::int64_t(all.size()) + page_size - 1) / page_size);
    page.page = page_asked(request, page.pages);
    for (auto n = (page.page - 1) * page_size; n < std::min(page.page * page_size, std::int64_t(all.size())); ++n) {
        page.mistakes.push_back(all[std::size_t(n)]);
        page.mistakes.back().message =
            db.one<std::string>("SELECT message FROM mistake_reports WHERE id = $1", page.mistakes.back().id);
    }
    return respond(request, page);
}

// --- one report ------------------------------------------------------------------------------------------------------

MistakeAnswerForm::MistakeAnswerForm(const http::Request& request) : Form{request} {
    if (state != "settled" && state != "rejected") problem("jak", "mistakes.way.missing");
    if (note.empty()) problem("poznamka", "mistakes.note.missing");
    else if (note.size() > mistake_message_most) problem("poznamka", "edit.too_long");
}

http::PageHead MistakeAnswerPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("mistakes.about", {service.name}), .section = "/sprava/hlaseni", .staff = true};
}

std::string MistakeAnswerPage::moment(Instant moment) const { return to_czech(moment); }

std::string MistakeAnswerPage::contact_address() const {
    auto& contact = *report.contact;
    if (contact.find_first_of(" ,;?&\n") == contact.npos && std::ranges::count(contact, '@') == 1)
        return "mailto:" + contact;
    std::string digits;
    for (char c : contact)
        if (c != ' ') digits += c;
    bool phone = digits.size() >= 9 && digits.find_first_not_of("+0123456789") == digits.npos;
    return phone ? "tel:" + digits : "";
}

std::string MistakeAnswerPage::what(const RecordChange& change, html::Out& out) const {
    if (change.change.kind == "created") return out.text("mistakes.came");
    for (auto& field : change.fields)
        if (field.field == "state") return out.text("mistakes.became." + field.new_value.value_or("new"));
    return out.text("history.what.changed");
}

std::string MistakeAnswerPage::answer_of(const RecordChange& change) const {
    for (auto& field : change.fields)
        if (field.field == "answer" && change.change.kind != "created") return field.new_value.value_or("");
    return {};
}

html::RadioGroup MistakeAnswerPage::way(html::Out& out) const {
    html::RadioGroup group{{form.field("jak", "mistakes.way"), {}}};
    group.choices = {{"settled", out.text("mistakes.way.settled")}, {"rejected", out.text("mistakes.way.rejected")}};
    return group;
}

html::Area MistakeAnswerPage::note() const {
    auto area = form.area("poznamka", "mistakes.note");
    area.hint = "mistakes.note.hint";
    return area;
}

namespace {

http::Response page_of(const http::Request& request, db::Session& db, const MistakeInView& view,
                       const MistakeAnswerForm& form, http::Status status = http::ok, bool too_late = false) {
    auto& [report, about] = view;
    MistakeAnswerPage page{report,
                           about.service,
                           *find_provider(db, about.service.provider_id),
                           {},
                           changes_of_record(db, report.id.uuid),
                           form,
                           request.form_token};
    if (report.settled_by) page.settled_by = name_of_person(db, *report.settled_by);
    page.too_late = too_late;
    auto done = request.asked.first("hotovo");
    if (done == "ano") page.done = report.state == "new" ? "mistakes.reopened" : "mistakes.done";
    return respond(request, page, status);
}

// The report as it is in this transaction, not as it was when the permit was asked for.
MistakeInView fresh(db::Session& db, const MistakeInView& view) {
    return {*find_mistake_report(db, view.report.id), view.service};
}

}

http::Response show_mistake(const http::Request& request, Permit<may::SettleMistake> permit) {
    return page_of(request, permit.db(), permit.about(), MistakeAnswerForm{});
}

http::Response settle_mistake(const http::Request& request, Permit<may::SettleMistake> permit) {
    auto& db = permit.db();
    auto view = fresh(db, permit.about());
    MistakeAnswerForm form{request};
    if (view.report.state != "new") return page_of(request, db, view, form, http::conflict, true);
    if (!form.clean()) return page_of(request, db, view, form, http::unprocessable);
    settle(author_of(permit), view.report, form.state, form.note);
    note_done(permit, "network.mistake_settled", view.report.id.uuid);
    return http::redirect("/sprava/hlaseni/", view.report.id, "?hotovo=ano");
}

http::Response reopen_mistake(const http::Request& request, Permit<may::SettleMistake> permit) {
    auto view = fresh(permit.db(), permit.about());
    if (reopen(author_of(permit), view.report)) note_done(permit, "network.mistake_reopened", view.report.id.uuid);
    return http::redirect("/sprava/hlaseni/", request.id<MistakeReport>("hlaseni"), "?hotovo=ano");
}

}

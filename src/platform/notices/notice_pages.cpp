// Lists notices, opens them, and keeps how people wish to learn of them.
#include "platform/notices/notice_pages.hpp"

#include "platform/time/prague.hpp"

#include <algorithm>
#include <charconv>

namespace notices {

namespace {

constexpr std::int64_t notices_on_page = 20;

}

std::string NoticesPage::moment(const Notice& notice) const { return to_czech(notice.happened_at); }

html::Pager NoticesPage::pager() const {
    return {std::string{"/oznameni?stav="} + (unread_only ? "neprectene" : "vse") + "&strana=", page, pages};
}

http::PageHead NoticesPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("notices.title"), .section = "/oznameni", .staff = true};
}

http::PageHead NoticeChoicesPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("notices.choices"), .section = "/oznameni", .staff = true};
}

html::RadioGroup NoticeChoicesPage::choice(const std::string& kind, const std::string& way, html::Out& out) const {
    html::RadioGroup group{{html::Field{kind, "notice.what." + kind, way}, {}}};
    for (auto code : ways) group.choices.push_back({code, out.text(std::string{"notices.way."} + code)});
    return group;
}

http::Response list_notices(const http::Request& request, Permit<may::KeepOwnNotices> permit) {
    auto& db = permit.db();
    auto person = permit.user().id;
    NoticesPage page;
    page.unread_only = request.asked.first("stav") != "vse";
    page.unread = count_of(db, person, true), page.total = count_of(db, person, page.unread_only);
    page.pages = std::max<std::int64_t>(1, (page.total + notices_on_page - 1) / notices_on_page);
    auto text = request.asked.first("strana");
    std::from_chars(text.data(), text.data() + text.size(), page.page);
    page.page = std::clamp<std::int64_t>(page.page, 1, page.pages);
    page.notices = notices_of(db, person, page.unread_only, notices_on_page, (page.page - 1) * notices_on_page);
    page.form_token = request.form_token;
    return respond(request, page);
}

// Somebody else's is not there.
http::Response open_notice(const http::Request& request, Permit<may::KeepOwnNotices> permit) {
    auto notice = find_notice(permit.db(), request.id<Notice>("oznameni"));
    if (!notice || notice->person_id != permit.user().id) throw NotFound{};
    mark_read(permit.db(), *notice, permit.now());
    return http::redirect(notice->address);
}

http::Response read_all_notices(const http::Request&, Permit<may::KeepOwnNotices> permit) {
    mark_all_read(permit.db(), permit.user().id, permit.now());
    return http::redirect("/oznameni");
}

http::Response show_notice_choices(const http::Request& request, Permit<may::KeepOwnNotices> permit) {
    NoticeChoicesPage page{{}, request.form_token, request.asked.first("ulozeno") == "ano"};
    for (auto& kind : request.use<Kinds>().all)
        if (kind.concerns(permit.user()))
            page.kinds.emplace_back(kind.code, way_of(permit.db(), permit.user().id, kind.code));
    return respond(request, page);
}

http::Response choose_notices(const http::Request& request, Permit<may::KeepOwnNotices> permit) {
    auto& user = permit.user();
    auto organisation = user.organisation_id.value_or(Id<Organisation>{});
    auto source = history::keep_source(permit.db(), permit.now(), user.id, organisation, "person", "");
    history::Author self{permit.db(), permit.now(), user.id, organisation, source};
    for (auto& kind : request.use<Kinds>().all) {
        auto way = request.values.first(kind.code);
        if (std::ranges::find(ways, way) != std::end(ways)) choose_way(self, user.id, kind.code, way);
    }
    return http::redirect("/oznameni/nastaveni?ulozeno=ano");
}

}

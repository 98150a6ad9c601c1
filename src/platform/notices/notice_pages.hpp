// A person's own notices: the list, reading one, and how to learn of each kind.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/http/respond.hpp"
#include "platform/notices/notice.hpp"

namespace notices {

namespace may {

struct KeepOwnNotices {
    using About = Everything;
    static constexpr auto name = "notices.keep_own";
    static bool allows(const User& user, const Everything&) { return user.signed_in(); }
};

}

struct NoticesPage {
    std::vector<Notice> notices;    // of this page
    bool unread_only = true;
    std::int64_t unread = 0, total = 0, page = 1, pages = 1;
    std::string form_token;

    std::string text(const Notice& notice, html::Out& out) const {
        return out.text("notice.kind." + notice.kind, notice.subject);
    }
    std::string moment(const Notice&) const;
    html::Pager pager() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("unread", page.unread), visit("total", page.total), visit("page", page.page);
        visit("pages", page.pages), visit("notices", page.notices);
    }
    void write(html::Out&) const;
};

struct NoticeChoicesPage {
    std::vector<std::pair<std::string, std::string>> kinds;    // and the way of each
    std::string form_token;
    bool saved = false;

    html::RadioGroup choice(const std::string& kind, const std::string& way, html::Out&) const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("kinds", page.kinds.size()); }
    void write(html::Out&) const;
};

http::Response list_notices(const http::Request&, Permit<may::KeepOwnNotices>);
http::Response open_notice(const http::Request&, Permit<may::KeepOwnNotices>);
http::Response read_all_notices(const http::Request&, Permit<may::KeepOwnNotices>);
http::Response show_notice_choices(const http::Request&, Permit<may::KeepOwnNotices>);
http::Response choose_notices(const http::Request&, Permit<may::KeepOwnNotices>);

}

// Who came: on screen by one tap for a member, on paper to sign, and by a code on the wall.
#pragma once

#include "platform/documents/qr_code.hpp"
#include "platform/files/file_field.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/outcome.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/meetings/agenda_paper.hpp"
#include "workgroups/meetings/meeting_keeping.hpp"
#include "workgroups/meetings/meeting_view.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct AttendanceLine {
    std::string planner_id{}, name{}, role{}, organisation{}, status{}, reply{};
    bool substitute = false, by_code = false;
    std::string pressed(const char* one) const { return status == one ? "true" : "false"; }
};

// A guest, a substitute by word, a name that fits nobody.
struct OtherLine {
    Attendance row{};
    bool asks = false;    // it came by itself or could be a member: who is it?
};

struct GuestForm : http::Form {
    GuestForm() = default;
    explicit GuestForm(const http::Request&);
    std::string name = text("jmeno");
    std::optional<std::string> organisation = text_or_nothing("organizace");
    std::string stands_in = text("zastupuje");
};

struct AttendancePage {
    const MeetingInView& view;
    const GuestForm& form;
    std::vector<AttendanceLine> lines{};
    std::vector<OtherLine> others{};
    AttendanceTally tally{};
    Quorum quorum{};
    std::vector<html::Choice> members{};
    std::vector<ListedPaper> sheets{};
    bool has_apologies = false, today = false, takes_minutes = false;
    std::string form_token{}, done{}, problem{};
    std::int64_t bytes_most = 0;    // of a scanned sheet

    std::string at(const char* rest = "") const { return meeting_at(view.meeting, "/dochazka") + rest; }
    std::string back(const char* rest = "") const { return meeting_at(view.meeting, rest); }
    std::string group_at(const char* rest = "") const { return "/skupiny/" + view.of.group.slug + rest; }
    std::string row_at(const Attendance& one) const { return at("/") + to_text(one.id); }
    std::string paper_at(const ListedPaper& one) const {
        return meeting_at(view.meeting, "/podklady/") + to_text(one.paper.id);
    }
    std::string share(const html::Out& out) const { return attendance_share(tally, quorum, out); }
    html::Field name() const, organisation() const;
    html::Select stands_in() const;
    html::Field note() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("problem", page.problem);
        visit("present", page.tally.present), visit("known", page.tally.known());
    }
    void write(html::Out&) const;
};

http::Response show_attendance(const http::Request&, Permit<may::KeepMeeting>);
http::Response mark_member(const http::Request&, Permit<may::KeepMeeting>);
http::Response add_guest(const http::Request&, Permit<may::KeepMeeting>);
http::Response settle_attendance(const http::Request&, Permit<may::KeepMeeting>);    // {ucast}: who this is, or gone
http::Response take_apologies(const http::Request&, Permit<may::KeepMeeting>);       // from replies
http::Response note_attendance(const http::Request&, Permit<may::KeepMeeting>);      // viz prezenční listina

struct SignatureLine {
    std::string name{}, organisation{};
};
struct AttendancePrintPage {
    const MeetingInView& view;
    Meeting placed{};
    std::string day{}, time{};
    std::vector<SignatureLine> lines{};

    std::string back() const { return meeting_at(view.meeting, "/dochazka"); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("day", page.day); }
    void write(html::Out&) const;
};
http::Response print_attendance(const http::Request&, Permit<may::KeepMeeting>);

// --- by a code on the wall -------------------------------------------------------------------------------------------

namespace may {

// Whoever stands before the code: what they may do follows from the code, not from who they are.
struct SignInByCode {
    using About = Everything;
    static constexpr auto name = "public.meeting_code";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

}

inline constexpr std::string_view attendance_link = "attendance_code";
inline constexpr auto code_holds = std::chrono::hours{1};
inline constexpr std::int64_t signed_by_code_most = 300;    // at one meeting

struct AttendanceCodePage {
    const MeetingInView& view;
    std::string address{}, until{}, form_token{};

    documents::QrPicture picture(html::Out&) const;
    std::string at(const char* rest = "") const { return meeting_at(view.meeting, "/kod") + rest; }
    std::string back() const { return meeting_at(view.meeting, "/dochazka"); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("until", page.until); }
    void write(html::Out&) const;
};
http::Response make_code(const http::Request&, Permit<may::KeepMeeting>);
http::Response show_code(const http::Request&, Permit<may::KeepMeeting>);
http::Response end_code(const http::Request&, Permit<may::KeepMeeting>);

struct CodeForm : http::Form {
    CodeForm() = default;
    explicit CodeForm(const http::Request&);
    std::string name = text("jmeno");
    std::optional<std::string> organisation = text_or_nothing("organizace");
};

struct CodeSignInPage {
    const CodeForm& form;
    std::string token{}, group{}, day{}, form_token{};
    std::vector<std::string> names{};    // those that everybody may read
    std::string account{};               // of who is signed in and sits in the group
    std::string signed_name{};           // it is done

    std::string action() const { return "/prezence/" + token; }
    html::Field organisation() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("group", page.group), visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};
struct CodeGonePage {
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto&, auto& visit) { visit("gone", true); }
    void write(html::Out&) const;
};
http::Response show_code_sign_in(const http::Request&, Permit<may::SignInByCode>);
http::Response sign_in_by_code(const http::Request&, Permit<may::SignInByCode>);

}

// Convening a meeting: what the letter will say, to whom it goes, who has to be called; and the page behind its link.
#pragma once

#include "platform/html/outcome.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "workgroups/invitations/news_since.hpp"
#include "workgroups/meetings/meeting_way.hpp"
#include "workgroups/meetings/meeting_words.hpp"

namespace workgroups {

struct ConveneLine {
    std::string planner_id{}, name{}, role{}, answer{};
    bool has_email = false, invited = false;
};

struct ConveningLine {
    std::string moment{}, what{};
    std::int64_t letters = 0;
};

struct ConvenePage {
    const MeetingInView& view;
    std::string subject{}, letter{}, words{};
    std::vector<ConveneLine> lines{};
    std::vector<ConveningLine> sent{};
    std::optional<Date> by{};
    std::int64_t notice_days = 0;
    bool late = false, cancelled = false, without_agenda = false, is_over = false, takes = false;
    const char* kind = "request";    // of the letter that would leave: request, update, repeat
    NewsSince news{};
    bool previewed = false;
    ReplyTally replies{};
    std::string form_token{}, done{}, problem{};

    std::string at(const char* rest = "") const { return meeting_at(view.meeting, "/svolat") + rest; }
    std::string back() const { return meeting_at(view.meeting); }
    bool repeats() const { return std::string_view{kind} == "repeat"; }
    std::int64_t with_email() const { return std::ranges::count(lines, true, &ConveneLine::has_email); }
    std::int64_t without_email() const { return std::int64_t(lines.size()) - with_email(); }
    html::Area words_field() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("subject", page.subject), visit("late", page.late), visit("problem", page.problem);
    }
    void write(html::Out&) const;
};

http::Response show_convening(const http::Request&, Permit<may::KeepMeeting>);
http::Response convene_meeting(const http::Request&, Permit<may::KeepMeeting>);

// Behind a link that is somebody's own: kept by no cache and no search engine.
http::Response for_its_reader(http::Response);

// --- behind the link -------------------------------------------------------------------------------------------------

namespace may {

// Whoever holds the link of a letter: what they may do follows from it.
struct AnswerInvitation {
    using About = Everything;
    static constexpr auto name = "public.answer_invitation";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

}

namespace may {

// A paper of the meeting that the link invites to, while the link takes an answer.
struct ReadInvitedPaper {
    using About = Everything;
    static constexpr auto name = "public.invited_paper";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

}

struct ReplyItem {
    std::string title{};
    std::vector<ListedPaper> papers{};
};

struct ReplyPage {
    std::string token{}, name{}, person{}, day{}, time{}, form_token{};
    Meeting placed{};
    std::string answer{}, substitute{}, done{};    // answer: what stands now, in words
    std::string reply{};
    std::optional<std::string> problem{};
    std::vector<ReplyItem> agenda{};
    std::vector<ListedPaper> papers{};    // of the meeting as a whole

    std::string action() const { return "/ucast/" + token; }
    std::string paper_at(const ListedPaper& one) const { return action() + "/podklady/" + to_text(one.paper.id); }
    bool has_papers() const;
    html::Field substitute_field() const;
    html::ErrorSummary summary() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("day", page.placed.day), visit("reply", page.reply); }
    void write(html::Out&) const;
};

struct DeadReplyPage {
    std::string contact{};
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact", page.contact); }
    void write(html::Out&) const;
};

http::Response show_reply(const http::Request&, Permit<may::AnswerInvitation>);
http::Response save_reply(const http::Request&, Permit<may::AnswerInvitation>);
http::Response send_invited_paper(const http::Request&, Permit<may::ReadInvitedPaper>);

}

// The page behind the link of a letter with a draft of minutes.
#pragma once

#include "platform/http/form.hpp"
#include "workgroups/minutes/minutes_letter.hpp"
#include "workgroups/minutes/minutes_page.hpp"

namespace workgroups {

namespace may {

// Whoever holds the link of a letter: what they may read and do follows from it.
struct CommentByLetter {
    using About = Everything;
    static constexpr auto name = "public.comment_by_letter";
    static constexpr bool open = true;
    static bool allows(const User&, const Everything&) { return true; }
};

}

struct LetterCommentForm : http::Form {
    LetterCommentForm() = default;
    LetterCommentForm(const http::Request&, const std::vector<MinutesPart>&);
    std::string body{};
    std::optional<Id<MinutesPart>> part{};
};

struct DraftByLetterPage {
    const OpenedDraft& opened;
    const LetterCommentForm& form;
    std::string token{}, form_token{}, done{};
    std::vector<CopyRun> runs{};
    std::vector<html::Choice> parts{};
    std::vector<MinutesCommentLine> own{};

    std::string day() const { return to_czech(opened.meeting.day); }
    std::string action() const { return "/navrh-zapisu/" + token; }
    std::string until() const { return to_czech(*opened.minutes.comments_until); }
    html::Select part_field() const;
    html::Area body_field() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("problems", page.form.problems()), visit("content", page.runs), visit("comments", page.own);
    }
    void write(html::Out&) const;
};

struct DeadDraftPage {
    std::string contact{};
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact", page.contact); }
    void write(html::Out&) const;
};

http::Response show_draft_by_letter(const http::Request&, Permit<may::CommentByLetter>);
http::Response comment_by_letter(const http::Request&, Permit<may::CommentByLetter>);

}

// The outbox for those who administer: which letters wait, went out or failed, and what to do with them.  What a letter
// says is shown in a demonstration only, since it may hold a link that acts for somebody else.
#pragma once

#include "platform/auth/permissions.hpp"
#include "platform/documents/table_file.hpp"
#include "platform/html/choice.hpp"
#include "platform/html/parts.hpp"
#include "platform/html/table.hpp"
#include "platform/http/form.hpp"
#include "platform/http/respond.hpp"
#include "platform/mail/outbox.hpp"

namespace auth {

struct LetterFilter : http::Form {
    LetterFilter() = default;
    explicit LetterFilter(const http::Values&);
    std::string state = text("stav");
    std::string kind = text("druh");
    std::string words = text("q");
    std::string order = text("razeni");    // nothing: the newest first

    std::string address(const char* path) const;    // ends where a further value may follow
};

struct ListedLetter {
    Id<mail::QueuedLetter> id{};
    std::string recipient{};
    std::string subject{};
    std::string kind{};
    std::string state{};
    std::int64_t attempts = 0;
    std::optional<std::string> last_error{};
    Instant next_attempt_at{};
    std::optional<Instant> ended_at{};
    Instant created_at{};

    static void each_field(auto& letter, auto& visit) {
        visit("id", letter.id), visit("recipient", letter.recipient), visit("subject", letter.subject);
        visit("kind", letter.kind), visit("state", letter.state), visit("attempts", letter.attempts);
        visit("last_error", letter.last_error), visit("next_attempt_at", letter.next_attempt_at);
        visit("ended_at", letter.ended_at), visit("created_at", letter.created_at);
    }
};

struct LettersPage {
    const LetterFilter& filter;
    std::vector<ListedLetter> letters;    // of this page
    std::vector<std::string> kinds;
    std::int64_t total = 0, page = 1, pages = 1;
    bool has_server = false, demonstration = false;

    bool filtered() const { return !filter.state.empty() || !filter.kind.empty() || !filter.words.empty(); }
    html::Field words() const;
    html::Select state(html::Out&) const;
    html::Select kind(html::Out&) const;
    html::Select order(html::Out&) const;
    html::Table table(html::Out&) const;
    html::Pager pager() const { return {filter.address("/sprava/posta") + "strana=", page, pages}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("total", page.total), visit("page", page.page), visit("pages", page.pages);
        visit("letters", page.letters);
    }
    void write(html::Out&) const;
};

// A line of the text; where it is an address of ours, it can be followed.
struct LetterLine {
    std::string text, href{};
};

struct LetterPage {
    mail::QueuedLetter letter;
    std::vector<std::string> attachments;    // names
    std::vector<LetterLine> lines;           // nothing outside of a demonstration
    std::string form_token;
    std::string done{}, problem{};    // text keys
    bool has_server = false;

    html::Tag state(html::Out&) const;
    html::Facts facts(html::Out&) const;
    std::string address() const { return "/sprava/posta/" + to_text(letter.id); }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("id", page.letter.id), visit("recipient", page.letter.recipient), visit("subject", page.letter.subject);
        visit("kind", page.letter.kind), visit("state", page.letter.state), visit("attempts", page.letter.attempts);
        visit("last_error", page.letter.last_error), visit("created_at", page.letter.kept.created_at);
        visit("ended_at", page.letter.ended_at);
    }
    void write(html::Out&) const;
};

http::Response show_letters(const http::Request&, Permit<may::Administer>);
http::Response export_letters(const http::Request&, Permit<may::Administer>);
http::Response show_letter(const http::Request&, Permit<may::Administer>);
http::Response change_letter(const http::Request&, Permit<may::Administer>);

}

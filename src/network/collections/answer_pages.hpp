// The page behind a personal link: what is asked, what was answered, saved as a draft or sent, without signing in.
#pragma once

#include "network/collections/sending.hpp"
#include "network/editing/sheet.hpp"
#include "network/permissions.hpp"

namespace network {

// Questions of the recipient, or of one service of theirs.
struct AnswerPart {
    std::string title{};
    std::string address{};    // of the service
    std::string note{};       // what is listed this year
    std::vector<SheetField> fields{};
};

struct AnswerPage {
    std::string token{};
    const Collection& collection;
    const CollectionRecipient& recipient;
    std::vector<AnswerPart> parts{};
    Sheet sheet{};    // by name of the control
    bool answered = false, read_only = false;
    std::string why_read_only{};    // text key
    std::int64_t version = 0;
    std::string form_token{};
    std::vector<html::Problem> problems{};
    std::vector<html::Note> notes{};

    std::string action() const { return "/sber/" + token; }
    std::string value(const SheetField& field) const { return value_in(sheet, field.name); }
    std::string shown(const SheetField&, const html::Out&) const;
    SheetControl control(const SheetField&) const;
    html::ErrorSummary summary() const { return {problems}; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.collection.title), visit("deadline", page.collection.deadline),
            visit("answered", page.answered), visit("read_only", page.read_only), visit("problems", page.problems);
    }
    void write(html::Out&) const;
};

// The link is none of ours, or no longer.
struct DeadLinkPage {
    std::string contact{};

    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("contact", page.contact); }
    void write(html::Out&) const;
};

// Names of controls: a question alone, or of a service.
std::string control_name(const CollectionQuestion&, const std::optional<Id<Service>>& = {});
// What a question's answer looks like in a form.
SheetField control_of(const CollectionQuestion&, const std::optional<Id<Service>>&, const i18n::Texts&);
// An answer in words: yes, a day, a number.
std::string answer_words(const CollectionQuestion&, const std::string& value, const i18n::Texts&);

http::Response show_answer(const http::Request&, Permit<may::AnswerCollection>);
http::Response save_answer(const http::Request&, Permit<may::AnswerCollection>);

}

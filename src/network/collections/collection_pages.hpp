// Collections as the staff keep them: what is asked of whom, how far it is, what came and what becomes of it.
#pragma once

#include "network/collections/answer_pages.hpp"
#include "network/collections/taking_over.hpp"
#include "network/service_networks/network_staff_pages.hpp"
#include "platform/html/charts.hpp"

namespace network {

struct RecipientLine {
    std::string id{}, name{}, email{}, state{}, more{};    // when it was sent, reminded, answered
    html::Tag tag{};
    bool removable = false;

    static void each_field(auto& line, auto& visit) {
        visit("name", line.name), visit("state", line.state), visit("more", line.more);
    }
};

struct DeadlineForm : http::Form {
    DeadlineForm() = default;
    explicit DeadlineForm(const http::Request&);
    std::optional<Date> deadline{};
};

struct CollectionPage {
    const Collection& collection;
    const DeadlineForm& form;
    std::string state{}, network{}, network_at{};
    std::int64_t questions = 0, all = 0, found = 0, page = 1, pages = 1, unsent = 0, without_email = 0, waiting = 0,
                 drafts = 0, answered = 0, apologised = 0;
    std::vector<Date> reminders{};
    std::vector<RecipientLine> recipients{};    // of this page
    std::string state_asked{}, words{};
    Date today{};
    std::string form_token{}, done{};

    std::string at(const char* rest = "") const { return "/sprava/sbery/" + to_text(collection.id) + rest; }
    std::string recipient_at(const RecipientLine& line) const { return at("/prijemci/") + line.id; }
    std::string remove_at(const RecipientLine& line) const { return recipient_at(line) + "/odebrat"; }
    std::string with_state(const char* other) const { return at() + (*other ? std::string{"?stav="} + other : ""); }
    html::Bar bar(html::Out&) const;
    html::Tag tag(html::Out&) const;
    html::Field deadline() const;
    html::Pager pager() const;
    bool may_open() const { return collection.draft() && questions > 0 && all > 0; }
    std::string reminder_words() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("title", page.collection.title), visit("state", page.state), visit("deadline", page.collection.deadline);
        visit("all", page.all), visit("unsent", page.unsent), visit("waiting", page.waiting);
        visit("drafts", page.drafts), visit("answered", page.answered), visit("apologised", page.apologised);
        visit("recipients", page.recipients), visit("problems", page.form.problems());
    }
    void write(html::Out&) const;
};

// Choosing recipients: a filter, those whom it finds with boxes to tick, and one by one.
struct OneRecipientForm : http::Form {
    OneRecipientForm() = default;
    explicit OneRecipientForm(const http::Request&);
    std::string name = text("jmeno");
    std::string email = text("email");
};

struct RecipientChoicePage {
    const Collection& collection;
    RecipientFilter filter{};
    const OneRecipientForm& form;
    std::vector<CollectionRecipient> found{};    // who are not among the recipients yet
    std::int64_t already = 0;
    std::vector<html::Choice> districts{}, areas{}, types{}, kinds{};
    bool asked = false;
    std::string form_token{}, done{};

    std::string at(const char* rest = "") const { return "/sprava/sbery/" + to_text(collection.id) + rest; }
    html::Select select(const char* name, const char* label, const std::vector<html::Choice>&,
                        const std::string& value) const;
    html::RadioGroup kind(html::Out&) const;
    html::Field name() const { return form.field("jmeno", "collection.recipient.name"); }
    html::Field email() const;
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) {
        visit("already", page.already), visit("problems", page.form.problems());
        std::vector<std::string> names;
        for (auto& one : page.found) names.push_back(one.name);
        visit("found", names);
    }
    void write(html::Out&) const;
};

struct WishLine {
    std::string key{}, who{}, what{}, detail{}, reason{};
    bool done = false, ticked = true;
    static void each_field(auto& line, auto& visit) {
        visit("who", line.who), visit("what", line.what), visit("detail", line.detail), visit("done", line.done);
    }
};

struct TakeOverPage {
    const Collection& collection;
    const ServiceNetwork& network;
    std::vector<WishLine> lines{};
    std::int64_t open = 0;
    std::string form_token{}, done{};

    std::string at(const char* rest = "") const { return "/sprava/sbery/" + to_text(collection.id) + rest; }
    http::PageHead head(const i18n::Texts&) const;
    static void each_field(auto& page, auto& visit) { visit("open", page.open), visit("wishes", page.lines); }
    void write(html::Out&) const;
};

http::Response list_collections_for_staff(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_new_collection(const http::Request&, Permit<may::KeepCatalogue>);
http::Response new_collection(const http::Request&, Permit<may::KeepCatalogue>);
http::Response show_collection(const http::Request&, Permit<may::KeepCollection>);
http::Response export_collection(const http::Request&, Permit<may::KeepCollection>);
http::Response act_on_collection(const http::Request&, Permit<may::KeepCollection>);
http::Response show_edit_collection(const http::Request&, Permit<may::KeepCollection>);
http::Response edit_collection(const http::Request&, Permit<may::KeepCollection>);

http::Response list_questions(const http::Request&, Permit<may::KeepCollection>);
http::Response show_question(const http::Request&, Permit<may::KeepCollection>);
http::Response edit_question(const http::Request&, Permit<may::KeepCollection>);
http::Response remove_question(const http::Request&, Permit<may::KeepCollection>);

http::Response choose_recipients(const http::Request&, Permit<may::KeepCollection>);
http::Response add_recipients(const http::Request&, Permit<may::KeepCollection>);
http::Response add_one_recipient(const http::Request&, Permit<may::KeepCollection>);
http::Response show_recipient(const http::Request&, Permit<may::KeepCollection>);
http::Response edit_recipient(const http::Request&, Permit<may::KeepCollection>);
http::Response remove_recipient_from(const http::Request&, Permit<may::KeepCollection>);

http::Response list_answers(const http::Request&, Permit<may::KeepCollection>);
http::Response export_answers(const http::Request&, Permit<may::KeepCollection>);
http::Response show_taking_over(const http::Request&, Permit<may::KeepCollection>);
http::Response take_answers_over(const http::Request&, Permit<may::KeepCollection>);

}

// Shows and keeps the answers of recipients who came by their link.
#include "network/collections/answer_pages.hpp"

#include "network/service_networks/listed_capacity.hpp"
#include "network/service_networks/network_member.hpp"
#include "network/service_networks/network_words.hpp"
#include "platform/base/parts.hpp"

#include <boost/json.hpp>

namespace network {

namespace {

constexpr auto yes = "ano", no = "ne";

}

std::string control_name(const CollectionQuestion& question, const std::optional<Id<Service>>& service) {
    auto name = "o-" + said_key(question, service);
    std::ranges::replace(name, '/', '-');
    return name;
}

SheetField control_of(const CollectionQuestion& question, const std::optional<Id<Service>>& service,
                      const i18n::Texts& texts) {
    SheetField field{control_name(question, service), question.label, Control::area, question.hint.value_or(""),
                     !question.needed};
    if (question.kind == "number" || question.kind == "date" || question.meaning == "proposal_name")
        field.control = Control::line;
    if (question.kind == "choice" || question.kind == "yes_no") {
        field.control = Control::one_of;
        field.choices = {{"", texts.text("collection.answer.choose")}};
    }
    if (question.kind == "yes_no")
        field.choices.push_back({yes, texts.text("form.yes")}), field.choices.push_back({no, texts.text("form.no")});
    for (auto& choice : text::parted(question.choices, "\n"))
        if (question.kind == "choice") field.choices.push_back({choice, choice});
    return field;
}

std::string answer_words(const CollectionQuestion& question, const std::string& value, const i18n::Texts& texts) {
    if (question.kind != "yes_no") return value;
    return value == yes ? texts.text("form.yes") : value == no ? texts.text("form.no") : value;
}

std::string AnswerPage::shown(const SheetField& field, const html::Out& out) const {
    auto answer = value(field);
    if (answer.empty()) return out.text("collection.answer.nothing");
    auto choice = std::ranges::find(field.choices, answer, &html::Choice::value);
    return choice == field.choices.end() ? answer : choice->text;
}

SheetControl AnswerPage::control(const SheetField& field) const {
    auto problem = std::ranges::find(problems, field.name, &html::Problem::field);
    return {field, value(field), problem == problems.end() ? std::nullopt : std::optional{problem->text}};
}

http::PageHead AnswerPage::head(const i18n::Texts&) const { return {.title = collection.title}; }
http::PageHead DeadLinkPage::head(const i18n::Texts& texts) const {
    return {.title = texts.text("collection.dead_link")};
}

namespace {

// What the network that is collected, or the one before it, says of the service now.
std::string listed_now(db::Session& db, const Collection& collection, const Service& service, const CodeLists& lists,
                       const i18n::Texts& texts) {
    if (!collection.network_id) return {};
    for (auto& [network, member, since] : networks_of_service(db, service.id, collection.deadline)) {
        auto lines = text::joined(capacity_lines(member.capacities, lists, texts.language()));
        return texts.text("collection.answer.listed", {network.name, lines});
    }
    return texts.text("collection.answer.not_listed");
}

struct Asked {
    const CollectionQuestion* question;
    std::optional<Id<Service>> service{};
};

// The page as it stands, and its controls in their order.
AnswerPage page_as_it_stands(const http::Request& request, db::Session& db, const Collection& collection,
                             const CollectionRecipient& recipient, const std::vector<CollectionQuestion>& questions,
                             std::vector<Asked>& asked) {
    auto& texts = *request.texts;
    AnswerPage page{request.parameter("odkaz"), collection, recipient};
    auto answer = answer_of(db, recipient.id);
    auto said = answer ? answer->values() : Said{};
    auto lists = CodeLists::read(db, request.today());
    auto take = [&](AnswerPart& part, const CollectionQuestion& question, const std::optional<Id<Service>>& service) {
        part.fields.push_back(control_of(question, service, texts));
        asked.push_back({&question, service});
        auto at = said.find(said_key(question, service));
        page.sheet[part.fields.back().name] = at == said.end() ? "" : at->second;
    };
    for (auto& service : services_asked(db, recipient, collection.deadline)) {
        AnswerPart part{service.name, "/sluzby/" + service.slug, listed_now(db, collection, service, lists, texts)};
        for (auto& question : questions)
            if (question.per_service) take(part, question, service.id);
        if (!part.fields.empty()) page.parts.push_back(std::move(part));
    }
    AnswerPart own{texts.text(page.parts.empty() ? "collection.answer.questions" : "collection.answer.more")};
    for (auto& question : questions)
        if (!question.per_service) take(own, question, {});
    if (!own.fields.empty()) page.parts.push_back(std::move(own));
    page.answered = answer && answer->sent_at;
    page.version = answer ? answer->kept.version : 0;
    page.form_token = request.form_token;
    page.read_only = !collection.takes_answers(request.today());
    if (page.read_only) page.why_read_only = collection.open() ? "collection.answer.over" : "collection.answer.closed";
    return page;
}

std::optional<CollectionRecipient> recipient_asked(const http::Request& request, db::Session& db) {
    return recipient_by_link(db, request.parameter("odkaz"), request.now);
}

http::Response dead_link(const http::Request& request) {
    return respond(request, DeadLinkPage{request.facts->contact_email}, http::not_found);
}

// What is wrong with an answer; a draft may lack anything, but nothing may be longer than we keep.
const char* problem_of(const CollectionQuestion& question, const std::string& value, bool sending,
                       const CodeLists& lists) {
    if (value.size() > longest_text) return "edit.too_long";
    if (!sending) return nullptr;
    if (value.empty()) return question.needed ? "collection.answer.needed" : nullptr;
    if (question.kind == "number" && !parse_decimal(value)) return "form.number.unreadable";
    if (question.kind == "date" && !parse_date(value)) return "form.date.unreadable";
    if (question.kind == "yes_no" && value != yes && value != no) return "edit.choice.unknown";
    auto choices = text::parted(question.choices, "\n");
    if (question.kind == "choice" && std::ranges::find(choices, value) == choices.end()) return "edit.choice.unknown";
    bool capacity = question.meaning == "capacity" || question.meaning == "proposal_capacity";
    if (capacity && !read_capacities(value, lists).wrong.empty()) return "network.capacity.unreadable";
    return nullptr;
}

std::string to_said(const Sheet& sheet, const std::vector<Asked>& asked) {
    boost::json::object said;
    for (auto& [question, service] : asked)
        if (auto value = value_in(sheet, control_name(*question, service)); !value.empty())
            said[said_key(*question, service)] = value;
    return boost::json::serialize(said);
}

}

http::Response show_answer(const http::Request& request, Permit<may::AnswerCollection> permit) {
    auto& db = permit.db();
    auto recipient = recipient_asked(request, db);
    if (!recipient) return dead_link(request);
    auto collection = *find_collection(db, recipient->collection_id);
    auto questions = questions_of(db, collection.id);
    std::vector<Asked> asked;
    auto page = page_as_it_stands(request, db, collection, *recipient, questions, asked);
    auto& texts = *request.texts;
    auto done = request.asked.first("hotovo");
    auto say = [&](const char* what, std::string then) {
        page.notes.push_back({html::Note::ok, texts.text(what), std::move(then), {}, true});
    };
    if (done == "odeslano")
        say("collection.answer.sent", texts.text("collection.answer.sent.then", {to_czech(collection.deadline)}));
    if (done == "ulozeno") say("collection.answer.saved", texts.text("collection.answer.saved.then"));
    if (done == "omluveno") say("collection.answer.apologised", "");
    return respond(request, page);
}

http::Response save_answer(const http::Request& request, Permit<may::AnswerCollection> permit) {
    auto& db = permit.db();
    auto recipient = recipient_asked(request, db);
    if (!recipient) return dead_link(request);
    auto collection = *find_collection(db, recipient->collection_id);
    auto questions = questions_of(db, collection.id);
    auto lists = CodeLists::read(db, permit.today());
    std::vector<Asked> asked;
    auto page = page_as_it_stands(request, db, collection, *recipient, questions, asked);
    if (page.read_only) return respond(request, page, http::conflict);
    auto& texts = *request.texts;
    auto source = history::keep_source(db, permit.now(), {}, collection.kept.organisation_id, "person",
                                       texts.text("collection.answer.source", {recipient->name}));
    Author author{db, permit.now(), {}, collection.kept.organisation_id, source};
    auto act = request.values.first("ukon");
    if (act == "omluva") {
        auto after = *recipient;
        after.apologised_at = permit.now();
        after.apology = text_or_nothing(tidy(request.values.first("omluva").substr(0, 1000)));
        change(author, *recipient, after);
        return http::redirect(page.action(), "?hotovo=omluveno");
    }
    auto answer = answer_of(db, recipient->id);
    // Once sent, what is changed is sent anew: a draft would take back what the region has.
    bool sending = act == "odeslat" || page.answered;
    auto before = page.sheet;
    for (auto& part : page.parts)
        for (auto& field : part.fields) page.sheet[field.name] = tidy(request.values.first(field.name));
    if (request.values.first("verze") != std::to_string(page.version)) {
        for (auto& part : page.parts)
            for (auto& field : part.fields)
                if (auto theirs = value_in(before, field.name); theirs != page.sheet[field.name])
                    page.notes.push_back({html::Note::warn,
                                          texts.text("collection.answer.meanwhile", {texts.text(field.label)}),
                                          theirs.empty() ? texts.text("collection.answer.nothing") : theirs});
        if (!page.notes.empty()) return respond(request, page, http::conflict);
    }
    for (auto& [question, service] : asked) {
        auto name = control_name(*question, service);
        if (auto problem = problem_of(*question, value_in(page.sheet, name), sending, lists))
            page.problems.push_back({name, problem});
    }
    if (!page.problems.empty()) return respond(request, page, http::unprocessable);
    auto said = to_said(page.sheet, asked);
    if (!answer) {
        CollectionAnswer fresh;
        fresh.recipient_id = recipient->id, fresh.said = said;
        if (sending) fresh.sent_at = permit.now();
        add(author, fresh);
    } else {
        auto after = *answer;
        after.said = said;
        if (sending) after.sent_at = permit.now();
        change(author, *answer, after);
    }
    if (recipient->apologised_at) {
        auto back = *recipient;
        back.apologised_at.reset(), back.apology.reset();
        change(author, *recipient, back);
    }
    return http::redirect(page.action(), sending ? "?hotovo=odeslano" : "?hotovo=ulozeno");
}

}

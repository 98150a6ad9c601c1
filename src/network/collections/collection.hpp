// A collection of data: questions to recipients until a day, and how far they are answered.
#pragma once

#include "network/service_networks/service_network.hpp"
#include "platform/i18n/texts.hpp"

#include <map>

namespace network {

struct Collection {
    Id<Collection> id{};
    std::string title{};
    db::Bytes title_sort{};
    std::optional<Id<ServiceNetwork>> network_id{};    // that answers are for
    std::string letter{};
    Date deadline{};                // the last day for answers
    std::string reminder_days{};    // 7;1
    std::optional<Instant> opened_at{};
    std::optional<Instant> closed_at{};
    Kept kept{};

    bool draft() const { return !opened_at; }
    bool open() const { return opened_at && !closed_at; }
    bool takes_answers(Date today) const { return open() && today <= deadline; }
    const char* state(Date today) const;    // draft, open, over, closed

    static constexpr auto table = "collections";
    static void each_field(auto& collection, auto& visit) {
        visit("id", collection.id), visit("title", collection.title), visit("title_sort", collection.title_sort);
        visit("network_id", collection.network_id), visit("letter", collection.letter);
        visit("deadline", collection.deadline), visit("reminder_days", collection.reminder_days);
        visit("opened_at", collection.opened_at), visit("closed_at", collection.closed_at);
        Kept::each_field(collection.kept, visit);
    }

    // What permissions are about.
    static std::optional<Collection> find(db::Session&, const std::string& named);
    bool visible_to(const User& user) const {
        return user.reaches(Role::regional_planner, {.organisation = kept.organisation_id});
    }
    Uuid uuid() const { return id.uuid; }
};

struct CollectionQuestion {
    Id<CollectionQuestion> id{};
    Id<Collection> collection_id{};
    std::int64_t position{};
    std::string label{};
    std::optional<std::string> hint{};
    std::string kind = "text";    // text, number, choice, date, yes_no
    std::string choices{};        // one a line
    bool per_service{};
    bool needed{};
    std::optional<std::string> meaning{};    // of what an answer is for a network
    Kept kept{};

    static constexpr auto table = "collection_questions";
    static void each_field(auto& question, auto& visit) {
        visit("id", question.id), visit("collection_id", question.collection_id);
        visit("position", question.position), visit("label", question.label), visit("hint", question.hint);
        visit("kind", question.kind), visit("choices", question.choices), visit("per_service", question.per_service);
        visit("needed", question.needed), visit("meaning", question.meaning);
        Kept::each_field(question.kept, visit);
    }
};

inline constexpr const char* question_kinds[] = {"text", "number", "choice", "date", "yes_no"};
// What an answer means for the network that is collected.
inline constexpr const char* question_meanings[] = {
    "stays", "capacity", "reason", "proposal_name", "proposal_type", "proposal_capacity", "proposal_reason"};

struct CollectionRecipient {
    Id<CollectionRecipient> id{};
    Id<Collection> collection_id{};
    std::string who{};    // provider:ID, municipality:CODE, email:ADDRESS
    std::string name{};
    db::Bytes name_sort{};
    std::optional<std::string> email{};
    std::optional<Instant> sent_at{};
    std::optional<Instant> apologised_at{};
    std::optional<std::string> apology{};
    Kept kept{};

    std::optional<Id<Provider>> provider() const;

    static constexpr auto table = "collection_recipients";
    static void each_field(auto& recipient, auto& visit) {
        visit("id", recipient.id), visit("collection_id", recipient.collection_id), visit("who", recipient.who);
        visit("name", recipient.name), visit("name_sort", recipient.name_sort), visit("email", recipient.email);
        visit("sent_at", recipient.sent_at), visit("apologised_at", recipient.apologised_at);
        visit("apology", recipient.apology);
        Kept::each_field(recipient.kept, visit);
    }
};

// By question, or by service and question: what was typed.
using Said = std::map<std::string, std::string>;
std::string said_key(const CollectionQuestion&, const std::optional<Id<Service>>& = {});

struct CollectionAnswer {
    Id<CollectionAnswer> id{};
    Id<CollectionRecipient> recipient_id{};
    std::string said = "{}";
    std::optional<Instant> sent_at{};
    Kept kept{};

    Said values() const;

    static constexpr auto table = "collection_answers";
    static void each_field(auto& answer, auto& visit) {
        visit("id", answer.id), visit("recipient_id", answer.recipient_id), visit("said", answer.said);
        visit("sent_at", answer.sent_at);
        Kept::each_field(answer.kept, visit);
    }
};

struct CollectionReminder {
    Id<CollectionReminder> id{};
    Id<CollectionRecipient> recipient_id{};
    Date for_day{};
    Kept kept{};

    static constexpr auto table = "collection_reminders";
    static void each_field(auto& reminder, auto& visit) {
        visit("id", reminder.id), visit("recipient_id", reminder.recipient_id), visit("for_day", reminder.for_day);
        Kept::each_field(reminder.kept, visit);
    }
};

// How far a recipient is: unsent, waiting, draft, answered, apologised.
const char* state_of(const CollectionRecipient&, const std::optional<CollectionAnswer>&);

std::vector<Collection> list_collections(db::Session&);    // the newest first
std::optional<Collection> find_collection(db::Session&, Id<Collection>);
std::vector<CollectionQuestion> questions_of(db::Session&,
                                             Id<Collection>);    // in their order
std::vector<CollectionRecipient> recipients_of(db::Session&,
                                               Id<Collection>);    // by name
std::optional<CollectionRecipient> find_recipient(db::Session&, Id<CollectionRecipient>);
std::optional<CollectionAnswer> answer_of(db::Session&, Id<CollectionRecipient>);
std::map<Id<CollectionRecipient>, CollectionAnswer> answers_of(db::Session&, Id<Collection>);
std::vector<CollectionReminder> reminders_of(db::Session&, Id<Collection>);
// The services that a recipient is asked about: those of the provider that go on.
std::vector<Service> services_asked(db::Session&, const CollectionRecipient&, Date day);

// The questions that a network is usually collected by; their labels are the given texts.
void ask_for_network(const Author&, Id<Collection>, const i18n::Texts&);

// False if they are among the recipients already, by who they are or by their e-mail.
bool add_recipient(const Author&, CollectionRecipient);
// Nobody's address twice; a recipient who was not asked yet is simply not asked.
bool remove_recipient(const Author&, const CollectionRecipient&);

// Who may be asked: providers with services that reach a district or an area, or of a type; municipalities of a kind.
struct RecipientFilter {
    std::string kind = "providers";     // providers, municipalities
    std::string district{};             // ORP code
    std::string area{};                 // code of an area of our own
    std::string type{};                 // of service
    std::string municipality_kind{};    // I, II, III
};
std::vector<CollectionRecipient> recipients_for(db::Session&, const RecipientFilter&, Date day);

}

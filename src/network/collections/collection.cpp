// Keeps collections, their questions, recipients and answers.
#include "network/collections/collection.hpp"

#include "network/facilities/coverage.hpp"
#include "network/network.hpp"
#include "network/permissions.hpp"
#include "network/providers/contact.hpp"
#include "platform/auth/action_links.hpp"
#include "platform/base/parts.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace network {

const char* Collection::state(Date today) const {
    return draft() ? "draft" : closed_at ? "closed" : today > deadline ? "over" : "open";
}

std::optional<Collection> Collection::find(db::Session& db, const std::string& named) {
    auto id = Id<Collection>::parse(named);
    return id ? find_collection(db, *id) : std::nullopt;
}

std::optional<Id<Provider>> CollectionRecipient::provider() const {
    return who.starts_with("provider:") ? Id<Provider>::parse(who.substr(9)) : std::nullopt;
}

std::string said_key(const CollectionQuestion& question, const std::optional<Id<Service>>& service) {
    return (service ? to_text(*service) + "/" : "") + to_text(question.id);
}

Said CollectionAnswer::values() const {
    Said values;
    auto read = boost::json::parse(said).as_object();
    for (auto& [key, value] : read)
        if (value.is_string()) values.emplace(std::string{key}, std::string{value.get_string()});
    return values;
}

const char* state_of(const CollectionRecipient& recipient, const std::optional<CollectionAnswer>& answer) {
    if (answer && answer->sent_at) return "answered";
    if (recipient.apologised_at) return "apologised";
    if (answer) return "draft";
    return recipient.sent_at ? "waiting" : "unsent";
}

std::vector<Collection> list_collections(db::Session& db) {
    return db.all<Collection>("SELECT * FROM collections ORDER BY created_at DESC, id DESC");
}

std::optional<Collection> find_collection(db::Session& db, Id<Collection> id) {
    return db.maybe<Collection>("SELECT * FROM collections WHERE id = $1", id);
}

std::vector<CollectionQuestion> questions_of(db::Session& db, Id<Collection> collection) {
    return db.all<CollectionQuestion>("SELECT * FROM collection_questions WHERE "
                                      "collection_id = $1 ORDER BY position, id",
                                      collection);
}

std::vector<CollectionRecipient> recipients_of(db::Session& db, Id<Collection> collection) {
    return db.all<CollectionRecipient>("SELECT * FROM collection_recipients WHERE collection_id = $1 ORDER BY "
                                       "name_sort, id",
                                       collection);
}

std::optional<CollectionRecipient> find_recipient(db::Session& db, Id<CollectionRecipient> id) {
    return db.maybe<CollectionRecipient>("SELECT * FROM collection_recipients WHERE id = $1", id);
}

std::optional<CollectionAnswer> answer_of(db::Session& db, Id<CollectionRecipient> recipient) {
    return db.maybe<CollectionAnswer>("SELECT * FROM collection_answers WHERE recipient_id = $1", recipient);
}

std::map<Id<CollectionRecipient>, CollectionAnswer> answers_of(db::Session& db, Id<Collection> collection) {
    std::map<Id<CollectionRecipient>, CollectionAnswer> answers;
    for (auto& answer : db.all<CollectionAnswer>("SELECT * FROM collection_answers WHERE recipient_id IN"
                                                 " (SELECT id FROM collection_recipients WHERE collection_id = $1)",
                                                 collection))
        answers.emplace(answer.recipient_id, answer);
    return answers;
}

std::vector<CollectionReminder> reminders_of(db::Session& db, Id<Collection> collection) {
    return db.all<CollectionReminder>("SELECT * FROM collection_reminders WHERE recipient_id IN"
                                      " (SELECT id FROM collection_recipients WHERE collection_id = $1)"
                                      " ORDER BY for_day, id",
                                      collection);
}

std::vector<Service> services_asked(db::Session& db, const CollectionRecipient& recipient, Date day) {
    auto provider = recipient.provider();
    if (!provider) return {};
    auto services = services_of_provider(db, *provider);
    std::erase_if(services, [&](auto& service) { return !service.provided_on(day); });
    return services;
}

void ask_for_network(const Author& author, Id<Collection> collection, const i18n::Texts& texts) {
    struct Usual {
        const char *meaning, *kind;
        bool per_service, needed;
    };
    static constexpr Usual usual[] = {
        {"stays", "yes_no", true, true},           {"capacity", "text", true, false},
        {"reason", "text", true, false},           {"proposal_name", "text", false, false},
        {"proposal_type", "choice", false, false}, {"proposal_capacity", "text", false, false},
        {"proposal_reason", "text", false, false},
    };
    auto lists = CodeLists::read(author.work, day_in_prague(author.now));
    std::int64_t position = 0;
    for (auto& one : usual) {
        CollectionQuestion question;
        question.collection_id = collection, question.position = ++position;
        question.label = texts.text(std::string{"collection.usual."} + one.meaning);
        auto hint = std::string{"collection.usual."} + one.meaning + ".hint";
        if (texts.has(hint)) question.hint = texts.text(hint);
        question.kind = one.kind, question.per_service = one.per_service, question.needed = one.needed;
        question.meaning = one.meaning;
        if (question.kind == "choice")
            for (auto item : lists.items("service_types", day_in_prague(author.now)))
                question.choices += (question.choices.empty() ? "" : "\n") + item->name_cs;
        add(author, question);
    }
}

bool add_recipient(const Author& author, CollectionRecipient recipient) {
    for (auto& there : recipients_of(author.work, recipient.collection_id)) {
        if (there.who == recipient.who) return false;
        bool single = recipient.who.starts_with("email:") || there.who.starts_with("email:");
        if (single && recipient.email && there.email == recipient.email) return false;
    }
    add(author, recipient);
    return true;
}

bool remove_recipient(const Author& author, const CollectionRecipient& recipient) {
    if (answer_of(author.work, recipient.id)) return false;
    if (!reminders_of(author.work, recipient.collection_id).empty())
        author.work.run("DELETE FROM collection_reminders WHERE recipient_id = $1", recipient.id);
    if (author.work.run("DELETE FROM collection_recipients WHERE id = $1", recipient.id) != 1) return false;
    history::note(author, Collection::table, recipient.collection_id.uuid, "changed",
                  {{"recipient", recipient.name, {}}});
    return true;
}

namespace {

std::set<Id<Service>> services_in_area(db::Session& db, const std::string& area, const Territory& territory) {
    auto towns = territory.municipalities_of("area", area);
    std::set<std::string> districts;
    for (auto& code : towns)
        if (auto town = territory.municipality(code)) districts.insert(town->orp_code);
    std::set<Id<Service>> services;
    for (auto& district : districts)
        for (auto service : services_reaching(db, district)) {
            // Of the district only those that reach a municipality of the area.
            auto reached = reach(coverages_of(db, service), territory);
            bool there = std::ranges::any_of(towns, [&](auto& town) { return reached.reaches_municipality(town); });
            if (there || reached.municipalities.empty()) services.insert(service);
        }
    return services;
}

std::optional<std::string> email_of(db::Session& db, const Uuid& owner) {
    for (auto& contact : contacts_of(db, owner))
        if (contact.kind == "email") return contact.value;
    return {};
}

std::vector<CollectionRecipient> providers_for(db::Session& db, const RecipientFilter& filter, Date day) {
    std::optional<std::set<Id<Service>>> near;
    if (!filter.district.empty()) near = services_reaching(db, filter.district);
    if (!filter.area.empty()) {
        auto there = services_in_area(db, filter.area, Territory::read(db, day));
        if (!near) near = there;
        else std::erase_if(*near, [&](auto& service) { return !there.contains(service); });
    }
    std::map<Id<Provider>, std::optional<std::string>> found;    // with the e-mail of one of the services
    for (auto& service : list_services(db)) {
        if (!service.provided_on(day) || (near && !near->contains(service.id)) ||
            (!filter.type.empty() && service.type_code != filter.type))
            continue;
        auto& email = found[service.provider_id];
        if (!email) email = email_of(db, service.id.uuid);
    }
    std::vector<CollectionRecipient> recipients;
    for (auto& provider : list_providers(db)) {
        auto at = found.find(provider.id);
        if (at == found.end()) continue;
        CollectionRecipient recipient;
        recipient.who = "provider:" + to_text(provider.id), recipient.name = provider.shown_name();
        auto own = email_of(db, provider.id.uuid);
        recipient.email = own ? own : at->second;
        recipients.push_back(std::move(recipient));
    }
    return recipients;
}

std::vector<CollectionRecipient> municipalities_for(db::Session& db, const RecipientFilter& filter, Date day) {
    auto territory = Territory::read(db, day);
    std::optional<std::set<std::string>> within;
    if (!filter.area.empty()) within = territory.municipalities_of("area", filter.area);
    std::vector<CollectionRecipient> recipients;
    for (auto& town : territory.municipalities()) {
        if ((!filter.district.empty() && town.orp_code != filter.district) ||
            (within && !within->contains(town.code)) ||
            (!filter.municipality_kind.empty() && town.kind != filter.municipality_kind))
            continue;
        CollectionRecipient recipient;
        recipient.who = "municipality:" + town.code, recipient.name = town.name;
        recipients.push_back(std::move(recipient));
    }
    return recipients;
}

}

std::vector<CollectionRecipient> recipients_for(db::Session& db, const RecipientFilter& filter, Date day) {
    return filter.kind == "municipalities" ? municipalities_for(db, filter, day) : providers_for(db, filter, day);
}

// --- what other capabilities ask ------------------------------------------------------------------------------------

Id<Collection> make_collection(const history::Author& author, const std::string& title, const std::string& letter,
                               Date deadline, const std::vector<WishedQuestion>& questions,
                               const std::vector<WishedRecipient>& recipients) {
    Collection collection;
    collection.title = title, collection.title_sort = i18n::sort_key(title);
    collection.letter = letter, collection.deadline = deadline, collection.reminder_days = "7;1";
    add(author, collection);
    std::int64_t position = 0;
    for (auto& wish : questions) {
        CollectionQuestion question;
        question.collection_id = collection.id, question.position = ++position, question.label = wish.label;
        question.kind = wish.kind, question.choices = text::joined(wish.choices, "\n"), question.needed = wish.needed;
        add(author, question);
    }
    for (auto& wish : recipients) {
        CollectionRecipient recipient;
        recipient.collection_id = collection.id, recipient.who = "email:" + wish.email;
        recipient.name = wish.name, recipient.email = wish.email;
        add_recipient(author, recipient);
    }
    return collection.id;
}

std::vector<CollectedAnswer> collected_answers(db::Session& db, Id<Collection> id) {
    std::vector<CollectedAnswer> collected;
    auto questions = questions_of(db, id);
    auto answers = answers_of(db, id);
    for (auto& recipient : recipients_of(db, id)) {
        auto answer = answers.find(recipient.id);
        if (answer == answers.end() || !answer->second.sent_at) continue;
        CollectedAnswer one{recipient.name, recipient.email.value_or(""), {}, *answer->second.sent_at};
        auto said = answer->second.values();
        for (auto& question : questions)
            if (auto at = said.find(said_key(question)); at != said.end())
                one.said.emplace_back(question.label, at->second);
        collected.push_back(std::move(one));
    }
    return collected;
}

}

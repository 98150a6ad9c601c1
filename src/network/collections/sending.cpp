// Writes letters, makes the links in them, plans and sends reminders.
#include "network/collections/sending.hpp"

#include "network/network.hpp"
#include "platform/auth/action_links.hpp"
#include "platform/base/json.hpp"
#include "platform/base/parts.hpp"
#include "platform/db/database.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/mail/mail.hpp"
#include "platform/time/prague.hpp"

#include <boost/json.hpp>

#include <charconv>

namespace network {

namespace {

constexpr auto link_kind = "collection";
// After the deadline a recipient can still read what was answered.
constexpr auto readable_after = std::chrono::days{60};
constexpr auto reminders_at = std::chrono::hours{8};    // in the morning, UTC

std::chrono::hours link_holds(const Collection& collection, Instant now) {
    auto until = Instant{collection.deadline + readable_after};
    return std::chrono::duration_cast<std::chrono::hours>(std::max(until - now, Instant::duration{readable_after}));
}

void write_letter(const Author& author, const Collection& collection, const CollectionRecipient& recipient,
                  const LetterWords& words, const char* what) {
    auto token = auth::make_link(author.work, author.now, author.organisation, link_kind, {}, recipient.id.uuid,
                                 link_holds(collection, author.now));
    auto key = std::string{"collection.letter."} + what;
    mail::Letter letter;
    letter.to = *recipient.email, letter.to_name = recipient.name;
    letter.kind = std::string{"collection_"} + what;
    letter.subject = words.texts.text(key + ".subject", {collection.title, to_czech(collection.deadline)});
    letter.text = words.texts.text(key, {recipient.name, collection.title, to_czech(collection.deadline)}) + "\n\n" +
                  collection.letter + "\n\n" +
                  words.texts.text("collection.letter.link", {words.public_url + "/sber/" + token}) + "\n\n" +
                  words.texts.text("collection.letter.end", {words.region}) + "\n";
    mail::send(author.work, author.now, author.organisation, letter);
}

struct ReminderInput {
    std::string collection, day, url, region;
    static void each_field(auto& input, auto& visit) {
        visit("collection", input.collection), visit("day", input.day), visit("url", input.url),
            visit("region", input.region);
    }
};

// One job for each day; a job whose day was moved meanwhile reminds nobody.
void plan_reminders(const Author& author, const Collection& collection, const LetterWords& words) {
    for (auto day : reminder_days(collection, day_in_prague(author.now)))
        jobs::enqueue(author.work, author.now, author.user, author.organisation, "collection.remind",
                      to_json(ReminderInput{to_text(collection.id), to_iso(day), words.public_url, words.region}),
                      std::max(author.now, Instant{day} + reminders_at));
}

}

bool send_to(const Author& author, const Collection& collection, const CollectionRecipient& recipient,
             const LetterWords& words) {
    if (!recipient.email) return false;
    write_letter(author, collection, recipient, words, "opened");
    auto sent = recipient;
    sent.sent_at = author.now;
    change(author, recipient, sent);
    return true;
}

void open_collection(const Author& author, const Collection& collection, const LetterWords& words) {
    if (!collection.draft()) throw Conflict{};
    auto open = collection;
    open.opened_at = author.now;
    change(author, collection, open);
    for (auto& recipient : recipients_of(author.work, collection.id)) send_to(author, open, recipient, words);
    plan_reminders(author, open, words);
}

void extend_collection(const Author& author, const Collection& collection, Date deadline, const LetterWords& words) {
    auto longer = collection;
    longer.deadline = deadline;
    if (!change(author, collection, longer) || !longer.open()) return;
    for (auto& recipient : recipients_of(author.work, collection.id))
        if (recipient.email && recipient.sent_at) write_letter(author, longer, recipient, words, "extended");
    plan_reminders(author, longer, words);
}

void close_collection(const Author& author, const Collection& collection) {
    if (!collection.open()) throw Conflict{};
    auto closed = collection;
    closed.closed_at = author.now;
    change(author, collection, closed);
}

void reopen_collection(const Author& author, const Collection& collection) {
    if (!collection.closed_at) throw Conflict{};
    auto open = collection;
    open.closed_at.reset();
    change(author, collection, open);
}

std::optional<CollectionRecipient> recipient_by_link(db::Session& db, const std::string& token, Instant now) {
    auto link = auth::usable_link(db, link_kind, token, now);
    if (!link || !link->about) return {};
    return find_recipient(db, Id<CollectionRecipient>{*link->about});
}

std::vector<Date> reminder_days(const Collection& collection, Date from) {
    std::vector<Date> days;
    for (auto& part : text::parted(collection.reminder_days, ";")) {
        int before = 0;
        std::from_chars(part.data(), part.data() + part.size(), before);
        auto day = collection.deadline - std::chrono::days{before};
        if (day >= from) days.push_back(day);
    }
    std::ranges::sort(days);
    auto [end, last] = std::ranges::unique(days);
    days.erase(end, last);
    return days;
}

std::int64_t remind(db::Database& database, Instant now, Id<Collection> id, Date for_day, const LetterWords& words) {
    std::vector<CollectionRecipient> recipients;
    {
        auto lease = database.read();
        recipients = recipients_of(*lease, id);
    }
    std::int64_t reminded = 0;
    for (auto& listed : recipients)
        reminded += database.in_write_transaction([&](db::Session& work) -> std::int64_t {
            // As it is now: the day was moved, it was closed, somebody answered or was reminded meanwhile.
            auto collection = find_collection(work, id);
            auto recipient = find_recipient(work, listed.id);
            if (!collection || !recipient || !collection->takes_answers(day_in_prague(now))) return 0;
            auto days = reminder_days(*collection, for_day);
            if (std::ranges::find(days, for_day) == days.end()) return 0;
            auto state = std::string{state_of(*recipient, answer_of(work, recipient->id))};
            if (!recipient->email || !recipient->sent_at || (state != "waiting" && state != "draft")) return 0;
            if (work.one<std::int64_t>("SELECT count(*) FROM collection_reminders WHERE "
                                       "recipient_id = $1"
                                       " AND for_day = $2",
                                       recipient->id, for_day))
                return 0;
            auto organisation = collection->kept.organisation_id;
            auto source = history::keep_source(work, now, {}, organisation, "person", "reminder");
            Author author{work, now, {}, organisation, source};
            add(author, CollectionReminder{{}, recipient->id, for_day, {}});
            write_letter(author, *collection, *recipient, words, "reminder");
            return 1;
        });
    return reminded;
}

void know_collection_jobs(jobs::Workers& workers) {
    workers.know("collection.remind", [](jobs::Run& run) -> std::string {
        auto input = boost::json::parse(run.job().input).as_object();
        auto text = [&](const char* name) { return std::string{input.at(name).as_string()}; };
        i18n::Texts texts{"cs", files()};
        remind(run.database(), run.now(), Id<Collection>::parse(text("collection")).value(),
               parse_date(text("day")).value(), {texts, text("url"), text("region")});
        return "collection.reminded";
    });
}

}

// Recipients of collections as reports ask them: who has answered, who has not.  Nobody's address and no answer.
#include "network/collections/collection.hpp"
#include "network/reports/report_sources.hpp"

namespace network {

namespace {

struct ReportedRecipient {
    const Collection& collection;
    const CollectionRecipient& recipient;
    std::optional<CollectionAnswer> answer{};
};

void each_recipient(db::Session& db, const User& user, const std::function<bool(const ReportedRecipient&)>& take) {
    for (auto& collection : list_collections(db)) {
        if (!collection.visible_to(user)) continue;
        auto answers = answers_of(db, collection.id);
        for (auto& recipient : recipients_of(db, collection.id)) {
            auto answer = answers.find(recipient.id);
            ReportedRecipient row{collection, recipient};
            if (answer != answers.end()) row.answer = answer->second;
            if (!take(row)) return;
        }
    }
}

reports::Value day_of_moment(const std::optional<Instant>& moment) {
    if (!moment) return {};
    return day_in_prague(*moment);
}

}

reports::List open_collections(const reports::Reading& reading) {
    using enum reports::Kind;
    using reports::Value;
    ReportWords words{reading};
    auto collections = words.column("sber", code, true);
    for (auto& collection : list_collections(reading.db))
        if (collection.visible_to(reading.user))
            collections.codes.push_back({to_text(collection.id), collection.title});
    auto today = reading.today;
    std::vector<reports::ColumnOf<ReportedRecipient>> columns{
        {words.column("prijemce", link, true),
         [](auto& row) -> Value {
             return reports::Link{row.recipient.name, "/sprava/sbery/" + to_text(row.collection.id) + "/prijemci/" +
                                                          to_text(row.recipient.id)};
         }},
        {collections, [](auto& row) { return reports::code_value(to_text(row.collection.id)); }},
        {words.told("odpoved", "collection.recipient.state", {"unsent", "waiting", "draft", "answered", "apologised"},
                    true),
         [](auto& row) { return reports::code_value(state_of(row.recipient, row.answer)); }},
        {words.told("stav_sberu", "collection.state", {"draft", "open", "over", "closed"}),
         [today](auto& row) { return reports::code_value(row.collection.state(today)); }},
        {words.column("termin", date, true), [](auto& row) -> Value { return row.collection.deadline; }},
        {words.column("odeslano", date, true), [](auto& row) { return day_of_moment(row.recipient.sent_at); }},
        {words.column("odpovezeno", date),
         [](auto& row) { return day_of_moment(row.answer ? row.answer->sent_at : std::nullopt); }},
        {words.column("omluva", text), [](auto& row) { return reports::value_of(row.recipient.apology); }}};
    auto records = [&db = reading.db, &user = reading.user](const reports::Wanted&,
                                                            const std::function<bool(const ReportedRecipient&)>& take) {
        each_recipient(db, user, take);
    };
    return reports::list_of<ReportedRecipient>(std::move(columns), records);
}

}

// One service while it is merged; shared by the files that merge its parts.
#pragma once

#include "network/register/register_merge.hpp"

#include <algorithm>

namespace network {

struct Merging {
    db::Session& db;
    const MergeGround& ground;
    const Author* author;    // nothing: only looks
    NewRecords& records;
    const RegisterService& before;
    const RegisterService& after;
    bool first;    // what the register said before is not known
    bool fresh;    // nor do we have the service
    bool force;
    Service service{};
    std::vector<HeldValue> held{};

    void hold(std::string name, std::string about, std::string said, std::string says, std::string ours) {
        held.push_back({std::move(name), std::move(about), std::move(said), std::move(says), std::move(ours)});
    }

    // Ours follows the register unless somebody's own value stands there.
    template <class Value>
    void settle(const char* name, const std::string& about, const Value& said, const Value& says, Value& ours) {
        if (ours == says || (first ? says == Value{} : said == says)) return;
        if (force || ours == said) ours = says;
        else hold(name, about, plain(said), plain(says), plain(ours));
    }

    template <class Value>
    static std::string plain(const Value& value) {
        return history::plain_value(value).value_or("");
    }

    // Since when something that came holds: today, or from the beginning when it is only new to us.
    Date since() const { return first ? after.valid_from.value_or(beginning) : ground.day; }
    bool writes() const { return author != nullptr; }

    // Waits for keep(); nothing happens while only looking.
    template <class Record>
    void gather(std::vector<Record>& list, Record record) {
        if (!writes()) return;
        record.id = Id<Record>::made_at(author->now);
        if constexpr (requires { record.recorded; }) record.recorded = {author->now, {}};
        inside::sort_by_name(record);
        list.push_back(std::move(record));
    }

    // From today on it no longer holds; what began today lasts its one day.
    template <class Record>
    void finish(const Record& record) {
        if (writes()) end_on(*author, record, std::max(ground.day, record.validity.valid_from + std::chrono::days{1}));
    }

    template <class Record>
    std::vector<Record> holding(std::vector<Record> records) const {
        std::erase_if(
            records, [&](auto& record) { return record.validity.valid_to && *record.validity.valid_to <= ground.day; });
        return records;
    }
};

inline std::optional<std::string> some(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}
inline std::string coded(const char* list, const std::string& code) {
    return code.empty() ? "" : std::string{list} + "/" + code;
}

// Eight digits with any check digit: the register has wrong ones, and they still tell providers apart.
inline std::optional<std::string> ico_of(const RegisterProvider& provider) {
    auto digits = provider.ico.size() == 8 && provider.ico.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::optional{provider.ico} : std::nullopt;
}

std::optional<std::string> street_of(const std::optional<RegisterAddress>&);    // Nemocniční 2272/54, č. p. 12

void merge_provider(Merging&);
void merge_contacts(Merging&, const Uuid& owner, const RegisterContacts& said, const RegisterContacts& says,
                    bool of_provider);
void merge_offer(Merging&);    // forms, capacities, target groups, age bands, hours
void merge_facilities(Merging&);
void merge_coverage(Merging&);
}

// Merges what a service offers: forms, registered maxima, target groups, age bands and hours.
#include "network/register/register_codes.hpp"
#include "network/register/register_hours.hpp"
#include "network/register/register_merging.hpp"
#include "network/services/capacity_part.hpp"
#include "platform/base/parts.hpp"

namespace network {

namespace {

using Notes = std::map<std::string, std::string>;    // code and what stands beside it

// --- things with a code and perhaps a note ---------------------------------------------------------------------------

Notes forms_said(const RegisterService& said) {
    Notes forms;
    for (auto& form : said.forms) forms[coded("FormaSocialniSluzby", form.code)];
    return forms;
}

Notes groups_said(const RegisterService& said) {
    Notes groups;
    for (auto& group : said.target_groups) groups[coded("CilovaSkupinaOsoby", group.code)] = group.note;
    return groups;
}

// A band with an unknown code is left out; the reading of the file told of it.
Notes bands_said(const Merging& merging, const RegisterService& said) {
    Notes bands;
    for (auto& code : said.age_bands)
        if (auto item = age_band_said(merging.ground.lists, code)) bands[item->code];
    return bands;
}

template <class Record>
void merge_coded(Merging& merging, const char* name, std::vector<Record> ours, std::string Record::* code,
                 const Notes& said, const Notes& says, std::vector<Record>& fresh) {
    auto here = merging.holding(std::move(ours));
    auto find = [&](const std::string& wanted) { return std::ranges::find(here, wanted, code); };
    for (auto& [wanted, note] : says) {
        if (wanted.empty()) continue;
        auto stands = find(wanted);
        auto known = said.contains(wanted);
        if (stands == here.end()) {
            if (known && !merging.first) continue;    // a person ended it here
            Record record;
            record.service_id = merging.service.id, record.*code = wanted, record.validity = {merging.since(), {}};
            if constexpr (requires { record.note; }) record.note = some(note);
            merging.gather(fresh, std::move(record));
        } else if constexpr (requires { stands->note; }) {
            auto changed = *stands;
            merging.settle(name, wanted.substr(wanted.find('/') + 1), some(known ? said.at(wanted) : ""), some(note),
                           changed.note);
            if (merging.writes()) change(*merging.author, *stands, changed);
        }
    }
    for (auto& [former, note] : said)
        if (auto stands = find(former); !says.contains(former) && stands != here.end()) merging.finish(*stands);
}

// --- capacities ------------------------------------------------------------------------------------------------------

struct Maximum {
    std::int64_t count;
    std::string note;
    bool operator==(const Maximum&) const = default;
};
using Maxima = std::map<std::pair<std::string, std::string>, Maximum>;    // by form and unit

// Two numbers in one unit differ by what the note says (at once, in a year): the first is kept, both notes stay.
Maxima maxima_said(const RegisterService& said) {
    Maxima maxima;
    for (auto& form : said.forms)
        for (auto& [count, unit, note] : form.capacities) {
            if (!count || *count < 0 || unit.empty()) continue;
            auto [known, fresh] =
                maxima.try_emplace({coded("FormaSocialniSluzby", form.code), coded("TypKapacitySocialniSluzby", unit)},
                                   Maximum{*count, note});
            if (fresh) continue;
            auto more = std::to_string(*count) + (note.empty() ? "" : " – " + note);
            known->second.note += (known->second.note.empty() ? "" : "; ") + more;
        }
    return maxima;
}

std::optional<std::string> scope_of(const std::string& note) {
    auto says = [&](std::string_view word) { return note.find(word) != note.npos; };
    auto at_once = says("kamžit"), year = says("za rok") || says("ročn"), day = says("za den") || says("denně");
    if (at_once + year + day != 1) return {};
    return at_once ? "at_once" : year ? "year" : "day";
}

void merge_capacities(Merging& merging) {
    auto said = merging.first ? Maxima{} : maxima_said(merging.before), says = maxima_said(merging.after);
    auto here = merging.fresh
                    ? std::vector<RegisteredCapacity>{}
                    : merging.db.all<RegisteredCapacity>("SELECT * FROM registered_capacities WHERE service_id = $1"
                                                         " AND replaced_at IS NULL",
                                                         merging.service.id);
    here = merging.holding(std::move(here));
    auto find = [&](auto& key) {
        return std::ranges::find_if(
            here, [&](auto& row) { return row.form_code == key.first && row.unit_code == key.second; });
    };
    for (auto& [key, maximum] : says) {
        auto known = said.find(key);
        if (known != said.end() && known->second == maximum) continue;
        RegisteredCapacity wish;
        wish.service_id = merging.service.id, wish.form_code = key.first, wish.unit_code = key.second,
        wish.count = maximum.count;
        wish.note = some(maximum.note), wish.scope = scope_of(maximum.note), wish.validity = {merging.since(), {}};
        auto stands = find(key);
        if (stands == here.end()) {
            if (known == said.end()) merging.gather(merging.records.capacities, wish);
            continue;    // else a person ended it here
        }
        auto same = stands->count == maximum.count;
        if (merging.first ? same : same && stands->note == wish.note) continue;
        auto about = key.first.substr(key.first.find('/') + 1) + " " + key.second.substr(key.second.find('/') + 1);
        auto untouched = known != said.end() && stands->count == known->second.count;
        if (!untouched && !same && !merging.force) {
            merging.hold("capacity", about, known == said.end() ? "" : std::to_string(known->second.count),
                         std::to_string(maximum.count), std::to_string(stands->count));
            continue;
        }
        wish.of_total = stands->of_total, wish.whole = stands->whole, wish.validity.valid_from = merging.ground.day;
        // Row 3.14: a part above its whole is a question to a person.  Who takes the register's number over says with
        // it that our whole is wrong.
        if (part_problem(merging.db, wish)) {
            if (!merging.force) {
                merging.hold("capacity", about, known == said.end() ? "" : std::to_string(known->second.count),
                             std::to_string(maximum.count), std::to_string(stands->count));
                continue;
            }
            wish.of_total = {}, wish.whole = {};
        }
        if (merging.writes()) set_capacity(*merging.author, wish);
    }
    for (auto& [key, maximum] : said)
        if (auto stands = find(key); !says.contains(key) && stands != here.end() && stands->count == maximum.count)
            merging.finish(*stands);
}

// --- hours -----------------------------------------------------------------------------------------------------------

std::string as_text(const OpeningTime& time) {
    return time.form_code.value_or("") + "|" + time.days + "|" + Merging::plain(time.opens_at) + "|" +
           Merging::plain(time.closes_at) + "|" + (time.nonstop ? "nonstop" : "") + "|" + time.note.value_or("");
}

std::multiset<std::string> as_texts(const std::vector<OpeningTime>& times) {
    std::multiset<std::string> texts;
    for (auto& time : times) texts.insert(as_text(time));
    return texts;
}

std::vector<OpeningTime> hours_said(const RegisterService& said) {
    std::vector<OpeningTime> times;
    for (auto& form : said.forms)
        for (auto& time : opening_times_from(form, coded("FormaSocialniSluzby", form.code))) times.push_back(time);
    return times;
}

void merge_hours(Merging& merging) {
    auto said = merging.first ? std::vector<OpeningTime>{} : hours_said(merging.before),
         says = hours_said(merging.after);
    if (as_texts(said) == as_texts(says)) return;
    auto here =
        merging.fresh ? std::vector<OpeningTime>{} : merging.holding(opening_times_of(merging.db, merging.service.id));
    if (as_texts(here) == as_texts(says)) return;
    if (as_texts(here) != as_texts(said) && !merging.force) {
        return merging.hold("hours", "", text::joined(as_texts(said), "; "), text::joined(as_texts(says), "; "),
                            text::joined(as_texts(here), "; "));
    }
    for (auto& time : here) merging.finish(time);
    for (auto time : says) {
        time.service_id = merging.service.id, time.validity = {merging.since(), {}};
        merging.gather(merging.records.times, time);
    }
}

}

void merge_offer(Merging& merging) {
    auto said = [&](auto read) { return merging.first ? Notes{} : read(merging.before); };
    auto bands = [&](const RegisterService& of) { return bands_said(merging, of); };
    auto id = merging.service.id;
    auto ours = [&](auto read) { return merging.fresh ? decltype(read(merging.db, id)){} : read(merging.db, id); };
    merge_coded(merging, "form", ours(forms_of), &ServiceForm::form_code, said(forms_said), forms_said(merging.after),
                merging.records.forms);
    merge_coded(merging, "target_group", ours(target_groups_of), &ServiceTargetGroup::group_code, said(groups_said),
                groups_said(merging.after), merging.records.groups);
    merge_coded(merging, "age_band", ours(age_bands_of), &ServiceAgeBand::band_code, said(bands), bands(merging.after),
                merging.records.bands);
    merge_capacities(merging);
    merge_hours(merging);
}

}

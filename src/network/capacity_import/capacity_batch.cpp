// Puts lines among the numbers that are held, in memory, and sends what differs together.
#include "network/capacity_import/capacity_batch.hpp"

#include "network/services/capacity_interval.hpp"
#include "network/services/capacity_part.hpp"
#include "platform/history/many.hpp"

#include <algorithm>

namespace network {

void CapacityBatch::read(Id<Service> service) {
    if (!read_.insert(service).second) return;
    for (auto& number : db_.all<RegisteredCapacity>(
             "SELECT * FROM registered_capacities WHERE service_id = $1 AND replaced_at IS NULL ORDER BY valid_from",
             service))
        registered_.held[{service, "registered", number.form_code, number.unit_code}].push_back(number);
    for (auto& number : db_.all<AgreedCapacity>(
             "SELECT * FROM agreed_capacities WHERE service_id = $1 AND replaced_at IS NULL ORDER BY valid_from",
             service))
        agreed_.held[{service, number.kind, number.form_code, number.unit_code}].push_back(number);
    for (auto& report : db_.all<FreePlaces>("SELECT * FROM free_places WHERE service_id = $1", service))
        reports_[{{service, "free", report.form_code, report.unit_code}, report.as_of}] = report;
}

LineOutcome CapacityBatch::put(const CapacityLine& line) {
    read(line.service);
    Key key{line.service, line.kind, line.form_code, line.unit_code};
    if (line.kind == "free") return put_free(line);
    if (line.kind != "registered") {
        AgreedCapacity wish;
        wish.service_id = line.service, wish.kind = line.kind, wish.form_code = line.form_code;
        wish.unit_code = line.unit_code, wish.count = line.count, wish.note = line.note;
        wish.validity = line.validity;
        for (auto& number : agreed_.held[key])
            if (!line.note && number.count == line.count && number.validity.holds_on(line.validity.valid_from))
                wish.note = number.note;
        return put_number(agreed_, key, std::move(wish));
    }
    RegisteredCapacity wish;
    wish.service_id = line.service, wish.form_code = line.form_code, wish.unit_code = line.unit_code;
    wish.count = line.count, wish.note = line.note, wish.validity = line.validity;
    // What the table does not say of a number stays: how it is meant, and of which whole it is a part.
    for (auto& number : registered_.held[key])
        if (number.validity.holds_on(line.validity.valid_from)) {
            wish.scope = number.scope, wish.of_total = number.of_total, wish.whole = number.whole;
            if (!line.note && number.count == line.count) wish.note = number.note;
        }
    if (wish.of_total && part_problem(db_, wish)) return LineOutcome::above_whole;
    return put_number(registered_, key, std::move(wish));
}

template <class Number>
LineOutcome CapacityBatch::put_number(Numbers<Number>& numbers, const Key& key, Number wish) {
    auto& held = numbers.held[key];
    auto putting = put_among(held, std::move(wish));
    if (putting.added.empty()) return LineOutcome::same;
    for (auto& gone : putting.replaced) {
        std::erase_if(held, [&](auto& number) { return number.id == gone.id; });
        if (numbers.fresh.erase(gone.id) == 0) numbers.gone.push_back(gone);
    }
    for (auto& added : putting.added) {
        added.id = Id<Number>::made_at(now_), added.kept = {}, added.recorded = {now_, {}};
        auto at = std::ranges::lower_bound(held, added.validity.valid_from, {},
                                           [](auto& number) { return number.validity.valid_from; });
        held.insert(at, added);
        numbers.fresh.emplace(added.id, std::move(added));
    }
    return putting.replaced.empty() ? LineOutcome::fresh : LineOutcome::changed;
}

LineOutcome CapacityBatch::put_free(const CapacityLine& line) {
    Key key{line.service, line.kind, line.form_code, line.unit_code};
    FreePlaces said{
        {}, line.service, line.form_code, line.unit_code, line.count, line.validity.valid_from, line.validity.valid_to,
        {}};
    auto known = reports_.find({key, said.as_of});
    if (known == reports_.end()) {
        said.id = Id<FreePlaces>::made_at(now_);
        fresh_reports_.push_back(said);
        return LineOutcome::fresh;
    }
    auto better = known->second;
    better.count = said.count, better.ends_on = said.ends_on;
    if (better.count == known->second.count && better.ends_on == known->second.ends_on) return LineOutcome::same;
    changed_reports_.emplace_back(known->second, better);
    return LineOutcome::changed;
}

template <class Number>
void CapacityBatch::keep_numbers(const Author& author, Numbers<Number>& numbers) {
    for (auto& number : numbers.gone) {
        auto former = number;
        former.recorded.replaced_at = author.now;
        history::keep_change(author, number, former);
    }
    std::vector<Number> fresh;
    for (auto& [id, number] : numbers.fresh) fresh.push_back(std::move(number));
    history::keep_new_many(author, fresh);
}

void CapacityBatch::keep(const Author& author) {
    keep_numbers(author, registered_), keep_numbers(author, agreed_);
    history::keep_new_many(author, fresh_reports_);
    for (auto& [before, after] : changed_reports_) history::keep_change(author, before, after);
}

}

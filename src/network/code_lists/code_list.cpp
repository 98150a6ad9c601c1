// Reads the lists and answers from memory.
#include "network/code_lists/code_list.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace network {

namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

}

std::string CodeListItem::detail(std::string_view column) const {
    auto values = boost::json::parse(details).as_object();
    auto value = values.if_contains(column);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

namespace {

// Of two times of one code, whether the first says more of the day.
bool nearer(const Validity& one, const Validity& other, Date day) {
    auto rank = [&](const Validity& time) { return time.holds_on(day) ? 2 : time.valid_from <= day ? 1 : 0; };
    if (rank(one) != rank(other)) return rank(one) > rank(other);
    return rank(one) == 0 ? one.valid_from < other.valid_from : one.valid_from > other.valid_from;
}

}

CodeLists CodeLists::read(db::Session& db, Date day) {
    constexpr Instant for_ever{std::chrono::sys_days{std::chrono::year{9999} / 1 / 1}};
    return read(db, day, for_ever);
}

CodeLists CodeLists::read(db::Session& db, Date day, Instant known_at) {
    CodeLists lists;
    lists.items_ =
        db.all<CodeListItem>("SELECT * FROM code_list_items WHERE recorded_at <= $1"
                             " AND (replaced_at IS NULL OR replaced_at > $1) ORDER BY list, position, valid_from",
                             known_at);
    lists.type_forms_ =
        db.all<TypeForm>("SELECT * FROM type_forms WHERE recorded_at <= $1"
                         " AND (replaced_at IS NULL OR replaced_at > $1) ORDER BY type_code, form_code, valid_from",
                         known_at);
    for (std::size_t n = 0; n < lists.items_.size(); ++n) {
        auto& item = lists.items_[n];
        auto [known, fresh] = lists.of_day_.try_emplace({item.list, item.code}, n);
        if (!fresh && nearer(item.validity, lists.items_[known->second].validity, day)) known->second = n;
    }
    return lists;
}

std::vector<const CodeListItem*> CodeLists::items(std::string_view list, Date day) const {
    std::vector<const CodeListItem*> found;
    for (auto& item : items_)
        if (item.list == list && item.validity.holds_on(day)) found.push_back(&item);
    return found;
}

const CodeListItem* CodeLists::find(std::string_view list, std::string_view code) const {
    auto found = of_day_.find(std::pair{std::string{list}, std::string{code}});
    return found == of_day_.end() ? nullptr : &items_[found->second];
}

std::vector<const CodeListItem*> CodeLists::known(std::string_view list) const {
    std::vector<const CodeListItem*> found;
    for (auto& item : items_)
        if (item.list == list && find(list, item.code) == &item) found.push_back(&item);
    return found;
}

const CodeListItem* CodeLists::by_detail(std::string_view list, std::string_view column, std::string_view value) const {
    for (auto item : known(list))
        if (item->detail(column) == value) return item;
    return nullptr;
}

std::string CodeLists::name(std::string_view list, std::string_view code, std::string_view language) const {
    auto item = find(list, code);
    if (!item) return std::string{code};
    return language == "en" && item->name_en ? *item->name_en : item->name_cs;
}

std::string CodeLists::short_name(std::string_view list, std::string_view code) const {
    auto item = find(list, code);
    return item && item->short_cs ? *item->short_cs : name(list, code);
}

AgeBand CodeLists::age_band(std::string_view code) const {
    auto item = find("age_bands", code);
    if (!item) return {std::string{code}, {}, {}};
    return {item->code, whole_number(item->detail("from")), whole_number(item->detail("to"))};
}

std::optional<bool> CodeLists::allowed(std::string_view type, std::string_view form, Date day) const {
    for (auto& pair : type_forms_)
        if (pair.type_code == type && pair.form_code == form && pair.validity.holds_on(day)) return pair.allowed;
    return {};
}

}

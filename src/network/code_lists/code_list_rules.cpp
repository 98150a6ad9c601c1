// The table of what people may do with each list.
#include "network/code_lists/code_list_rules.hpp"

#include <algorithm>

namespace network {

namespace {

constexpr auto words = CodeDetail::words, days = CodeDetail::days, tick = CodeDetail::tick,
               paragraph = CodeDetail::paragraph, number = CodeDetail::number;

std::vector<CodeDetail> counted_words(bool with_fraction) {
    std::vector<CodeDetail> details{{"one", "code_lists.detail.one", "code_lists.detail.one.hint", words, true},
                                    {"few", "code_lists.detail.few", "code_lists.detail.few.hint", words, true},
                                    {"many", "code_lists.detail.many", "code_lists.detail.many.hint", words, true}};
    if (with_fraction) details.push_back({"fraction", "code_lists.detail.fraction", "code_lists.detail.fraction.hint"});
    details.push_back({"one_en", "code_lists.detail.one_en"});
    details.push_back({"many_en", "code_lists.detail.many_en"});
    return details;
}

const std::vector<CodeListRules>& all_rules() {
    static const std::vector<CodeListRules> rules{
        // Why the others do not grow: code_lists.closed.LIST tells people.
        {.list = "forms"},        // three in § 33; searches, opening hours and the register's import stand on them
        {.list = "languages"},    // the program has pages and a column for each
        {.list = "refusal_reasons"},    // the letters of § 91 (3)
        {.list = "age_bands",           // their years are what one searches by
         .details = {{"register_code", "code_lists.detail.register_code", "code_lists.detail.register_code.hint",
                      number}}},
        {.list = "report_paces",    // free_places is asked for by name
         .details = {{"days", "code_lists.detail.days", "code_lists.detail.days.hint", days, true}}},
        {.list = "service_types",
         .grows = true,
         .prefix = "DruhSocialniSluzby/",
         .copied = "identifier",
         .before = "druh-",    // in addresses, while the law gives it no paragraph
         .details = {{"paragraph", "code_lists.detail.paragraph", "code_lists.detail.paragraph.hint", paragraph}}},
        {.list = "target_groups", .grows = true, .prefix = "CilovaSkupinaOsoby/"},
        {.list = "capacity_units",
         .grows = true,
         .prefix = "TypKapacitySocialniSluzby/",
         .copied = "key",
         .details = counted_words(false)},
        {.list = "related_kinds", .grows = true},
        {.list = "accessibility", .grows = true},
        {.list = "network_kinds",
         .grows = true,
         .regional = true,
         .details = {{"condition_of_funding", "network.code.funding", "", tick}}},
        {.list = "network_marks",
         .grows = true,
         .regional = true,
         .details = {{"conditional", "network.code.conditional", "", tick}}},
        {.list = "network_units", .grows = true, .regional = true, .details = counted_words(true)},
        {.list = "group_kinds", .grows = true, .regional = true},
    };
    return rules;
}

}

const CodeListRules& rules_of(std::string_view list) {
    static const CodeListRules reworded_only{};
    auto found = std::ranges::find(all_rules(), list, &CodeListRules::list);
    return found == all_rules().end() ? reworded_only : *found;
}

}

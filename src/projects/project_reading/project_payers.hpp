// Those who pay for projects, in a text: funds, budgets, ministries, regions, towns, foundations, own money.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace projects {

struct PayerFound {
    std::string name{};    // in the nominative
    passages::Span tokens{};
    bool strong = false;    // pays for projects wherever it is named: a fund, the budget of the state
};

// One that begins here.  `local`: also regions, towns and foundations, which are as often something else.
std::optional<PayerFound> payer_at(std::string_view text, const passages::Tokens&, std::size_t at, bool local);

// All of a sentence or a line; regions and towns where their share stands beside them or a surer payer is named too.
std::vector<PayerFound> payers_in(std::string_view text, const passages::Tokens&);

// A sum or a share in per cent from a token on.
bool has_money_behind(const passages::Tokens&, std::size_t at);

}

// The kinds of social services by the law, recognised in sentences in whatever case and number.
#pragma once

#include "platform/reading/passages/tokens.hpp"

#include <string>
#include <vector>

namespace network {

struct ServiceType {
    std::string code{}, identifier{};
    std::string name{};                  // the law's, in lower case
    std::string paragraph{};             // "§ 60a"; empty where none is known
    std::vector<std::string> forms{};    // those that the law allows: terénní, ambulantní, pobytová

    bool allows(std::string_view form) const;
};

// From the code lists that the program carries.
const std::vector<ServiceType>& service_types();

struct TypeMention {
    const ServiceType* type = nullptr;
    passages::Span tokens{};
};

// Names in the order of the text; the longest where several begin at one word.  "§ 60a" alone is no name.
std::vector<TypeMention> type_mentions_in(const passages::Tokens&);

// The same with short names and abbreviations, only of the types asked for: "dílny", "SAS", "tísňová"; with `heads`
// also by the noun that a name begins with, "domov", "centrum".  A word that could be either of two is neither.
std::vector<TypeMention> short_mentions_in(const passages::Tokens&, const std::vector<const ServiceType*>& types,
                                           bool heads = false);

// The type whose paragraph stands in the text: "§ 60a" is not "§ 60".
const ServiceType* type_by_paragraph_in(const passages::Tokens&);

}

// The facts of one service, each found by a small function of its own in the passages of its part.
#pragma once

#include "network/service_reading/service_facts.hpp"
#include "network/service_reading/service_parts.hpp"
#include "platform/reading/passages/sentences.hpp"

#include <map>

namespace network {

// Who provides the services of one document; what is told in a passage is found once, though every service asks.
class ProviderReader {
public:
    explicit ProviderReader(const std::vector<passages::Passage>& all);    // they outlive the reader

    std::optional<FoundText> of(const ServicePart&);

private:
    using Passages = std::vector<const passages::Passage*>;
    using Told = std::vector<std::optional<FoundText>>;    // by each way of saying it

    std::optional<FoundText> labelled_in(const Passages&);
    std::optional<FoundText> said_in(const Passages&);
    std::optional<FoundText> named_anywhere();
    const Told& told(const passages::Passage&);

    Passages all_{};
    std::map<const passages::Passage*, Told> told_{};
    std::optional<std::optional<FoundText>> anywhere_{};
};

FoundTexts find_forms(const ServicePart&);
// Where no word says the form: beds are a residential one, an address with hours is where people come.
void add_forms_meant(const ServicePart&, ServiceFacts&);
FoundTexts find_target_groups(const ServicePart&);
void find_ages(const ServicePart&, ServiceFacts&);
void find_hours(const ServicePart&, ServiceFacts&);
FoundTexts find_capacity(const ServicePart&);
FoundTexts find_places(const ServicePart&);
FoundTexts find_territory(const ServicePart&, const std::vector<passages::Passage>& all);

std::optional<FoundText> find_registration_id(const ServicePart&);
std::optional<FoundText> find_contract_no(const ServicePart&);
std::optional<FoundText> find_project_no(const ServicePart&);

// A number of the register or of a contract in a sentence, wherever in the document.
struct NumberTold {
    std::string number{};
    passages::Sentence sentence{};
    std::size_t token = 0;    // of the sentence, where it begins
    bool contract = false;
};
std::vector<NumberTold> numbers_told_in(const passages::Passage&);

// "Stacionář 1650327, dílny 1650418": what one sentence tells of several services goes to each of them.
void share_told_numbers(const std::vector<ServicePart>&, const std::vector<passages::Passage>& all,
                        std::vector<ServiceFacts>&);

}

// Patterns for the law's names and for those that people use instead.
#include "network/service_reading/service_type_names.hpp"

#include "network/network.hpp"
#include "platform/base/csv.hpp"
#include "platform/search/fold.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace network {

namespace {

struct TypeName {
    std::string_view identifier, pattern;
};

constexpr TypeName type_names[] = {
    {"professional_counselling", "odborn* socialn* poradenstv*"},
    {"professional_counselling", "odborn* poradenstv*"},
    {"personal_assistance", "osobni* asistenc*"},
    {"home_care_service", "pecovatelsk* sluz*"},
    {"emergency_call_care", "tisnov* pec*"},
    {"guide_and_reading", "pruvodcovsk* a|ci|nebo predcitatelsk* sluz*"},
    {"guide_and_reading", "predcitatelsk* a|ci|nebo pruvodcovsk* sluz*"},
    {"guide_and_reading", "pruvodcovsk* sluz*"},
    {"guide_and_reading", "predcitatelsk* sluz*"},
    {"supported_independent_living", "podpor* samostatn* bydlen*"},
    {"respite_care", "odlehcovac* sluz*"},
    {"respite_care", "odlehcovac* pec*"},
    {"day_services_centre", "cent* dennich sluz*"},
    {"day_care_centre", "denni* stacionar*"},
    {"weekly_care_centre", "tydenni* stacionar*"},
    {"home_for_disabled", "domov* pro osob*|lidi|obcany se|s zdravotni* postizeni*"},
    {"home_for_disabled", "domov* osob* se|s zdravotni* postizeni*"},
    {"home_for_disabled", "dozp"},
    {"home_for_seniors", "domov* pro senior*"},
    {"home_for_seniors", "domov* senior*"},
    {"special_regime_home", "domov* se|s zvlastni* rezim*"},
    {"special_regime_home", "dzr"},
    {"sheltered_housing", "chranen* bydlen*"},
    {"social_in_inpatient_health", "socialn* sluz* poskytovan* ve|v zdravotnick* zarizen* ?luzkove ?pece"},
    {"social_in_inpatient_health", "socialni* sluz* ve|v zdravotnick* zarizen* ?luzkove ?pece"},
    {"early_intervention", "ran* peci|pece|pec"},
    {"early_intervention", "rann* peci|pece"},
    {"crisis_helpline", "telefonick* krizov* pomoc*"},
    {"interpreting", "tlumocnick* sluz*"},
    {"shelter_home", "azylov* dum|domu|domy|domech|domum|dome|domem|bydleni"},
    {"halfway_house", "dum|domu|domy|domech|dome|domem|domum na pul|pule|pulce|polovine|polovin ?cesty|ceste"},
    {"contact_centre", "kontaktni* centr*"},
    {"crisis_help", "krizov* pomoc*"},
    {"intervention_centre", "intervencni* centr*"},
    {"low_threshold_day_centre", "nizkoprahov* denni* centr*"},
    {"low_threshold_youth", "nizkoprahov* zarizen* pro det* ?a ?mlad*"},
    {"low_threshold_youth", "nizkoprahov* klub*"},
    {"low_threshold_youth", "nzdm"},
    {"night_shelter", "noclehar*"},
    {"aftercare", "sluz* nasledn* pec*"},
    {"aftercare", "nasledn* pec*"},
    {"activation_families", "socialne ?- aktivizacn* sluz* pro rodin* ?s ?det*|ditet*"},
    {"activation_families", "sas pro rodin* ?s ?detmi"},
    {"activation_seniors_disabled",
     "socialne ?- aktivizacn* sluz* pro senior* ?a ?osob* ?se|s ?zdravotni* ?postizeni*"},
    {"activation_seniors_disabled", "socialne ?- aktivizacn* sluz* pro osob* se|s zdravotni* postizeni* ?a ?senior*"},
    {"activation_seniors_disabled", "sas pro senior*"},
    {"social_therapy_workshop", "socialne ?- terapeutick* diln*|dilen|dilny"},
    {"therapeutic_community", "terapeutick* komunit*"},
    {"outreach_programme", "terenni* program*"},
    {"social_rehabilitation", "socialni* rehabilitac*"},
    {"mental_health_centre", "centr* dusevniho zdravi"},
};

std::vector<std::map<std::string, std::string>> table(std::string_view path) {
    std::vector<std::map<std::string, std::string>> rows;
    for (auto& file : files()) {
        if (file.path != path) continue;
        std::istringstream in{std::string{file.bytes}};
        csv::Reader reader{in, {}};
        while (auto row = reader.next()) {
            auto& cells = rows.emplace_back();
            for (std::size_t n = 0; n < row->size(); ++n) cells[reader.header()[n]] = (*row)[n];
        }
    }
    return rows;
}

std::string form_name(std::string_view code) {
    if (code.ends_with("/ter")) return "terénní";
    return code.ends_with("/amb") ? "ambulantní" : "pobytová";
}

std::vector<ServiceType> carried_types() {
    std::vector<ServiceType> types;
    for (auto& row : table("network/data/code_lists/service_types.csv"))
        types.push_back({row["code"], row["identifier"], row["name_cs"], row["paragraph"], {}});
    for (auto& row : table("network/data/code_lists/type_forms.csv")) {
        if (row["allowed"] != "1") continue;
        for (auto& type : types)
            if (type.code == row["type"]) type.forms.push_back(form_name(row["form"]));
    }
    return types;
}

const ServiceType* type_called(std::string_view identifier) {
    for (auto& type : service_types())
        if (type.identifier == identifier) return &type;
    return nullptr;
}

// "dům s pečovatelskou službou" is a house, not the service.
bool only_describes(const passages::Tokens& tokens, std::size_t at) {
    return at > 0 && passages::match_at(tokens, at, "pecovatelsk*") && passages::match_at(tokens, at - 1, "s|se");
}

}

bool ServiceType::allows(std::string_view form) const { return std::ranges::count(forms, form) > 0; }

const std::vector<ServiceType>& service_types() {
    static const auto types = carried_types();
    return types;
}

std::vector<TypeMention> type_mentions_in(const passages::Tokens& tokens) {
    std::vector<TypeMention> mentions;
    for (std::size_t at = 0; at < tokens.size();) {
        TypeMention best;
        for (auto& name : type_names)
            if (auto words = passages::match_at(tokens, at, name.pattern); words && words->size() > best.tokens.size())
                if (auto type = type_called(name.identifier)) best = {type, *words};
        if (best.type && !only_describes(tokens, at)) mentions.push_back(best);
        at = best.type ? best.tokens.last : at + 1;
    }
    return mentions;
}

const ServiceType* type_by_paragraph_in(const passages::Tokens& tokens) {
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        if (!passages::match_at(tokens, at, "§|paragraf* #")) continue;
        auto number = tokens[at + 1].folded;
        if (at + 2 < tokens.size() && !tokens[at + 2].spaced && tokens[at + 2].kind == passages::TokenKind::word)
            number += tokens[at + 2].folded;
        for (auto& type : service_types())
            if (type.paragraph.size() > 3 && type.paragraph.substr(3) == number) return &type;
    }
    return nullptr;
}

}

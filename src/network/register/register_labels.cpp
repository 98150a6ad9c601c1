// Looks codes up in the lists.
#include "network/register/register_labels.hpp"

#include "network/register/register_codes.hpp"
#include "network/register/register_regions.hpp"

namespace network {

namespace {

struct Words {
    const CodeLists& lists;
    const i18n::Texts& texts;

    std::string named(const char* list, const char* prefix, const std::string& code) const {
        return lists.name(list, std::string{prefix} + "/" + code, texts.language());
    }

    std::string about(const RegisterDifference& field) const {
        auto& of = field.about;
        if (field.name == "target_group") return named("target_groups", "CilovaSkupinaOsoby", of);
        if (field.name == "form" || field.name == "hours")
            return of.empty() ? of : named("forms", "FormaSocialniSluzby", of);
        if (field.name == "age_band") {
            auto band = age_band_said(lists, of);
            return band ? lists.name("age_bands", band->code, texts.language()) : of;
        }
        if (field.name == "extended_region") return register_region_name(region_by_register_code(of));
        if (field.name == "capacity") {
            auto space = of.find(' ');
            return named("forms", "FormaSocialniSluzby", of.substr(0, space)) +
                   (space == of.npos
                        ? ""
                        : ", " + named("capacity_units", "TypKapacitySocialniSluzby", of.substr(space + 1)));
        }
        return of;
    }

    // Fields without a text of their own carry what they are about; then there is or there is not.
    std::string value(const RegisterDifference& field, const std::string& text) const {
        if (text.empty()) return texts.text("register.value.none");
        if (field.name == "valid_from" || field.name == "valid_to") {
            auto day = parse_date(text);
            return day ? to_czech(*day) : text;
        }
        if (field.name == "type") return named("service_types", "DruhSocialniSluzby", text);
        if (field.name == "age_band" && !age_band_said(lists, field.about))
            return texts.text("register.value.unknown_code");
        if (text == field.about && (field.name == "target_group" || field.name == "form" || field.name == "age_band" ||
                                    field.name == "extended_region"))
            return texts.text("register.value.there");
        return text == "nonstop" ? texts.text("register.value.nonstop") : text;
    }
};

}

std::vector<DifferenceLine> difference_lines(const ServiceDifference& difference, const CodeLists& lists,
                                             const Territory&, const i18n::Texts& texts) {
    Words words{lists, texts};
    auto fields = shown_differences_from_json(difference.fields);
    // A new service is shown whole, as long as the register's words wait here.
    if (fields.empty() && difference.staged && !difference.before)
        for (auto& field : differences(RegisterService{}, said_from_json(*difference.staged)))
            if (field.name != "portal_id") fields.push_back({field, {}});
    std::vector<DifferenceLine> lines;
    for (auto& [field, held] : fields)
        lines.push_back({texts.text("register.field." + field.name, {words.about(field)}),
                         words.value(field, field.before), words.value(field, field.after),
                         held.empty() ? held : words.value(field, held)});
    return lines;
}

}

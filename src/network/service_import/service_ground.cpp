// Reads what is named, and folds it so that a table may write it its own way.
#include "network/service_import/service_ground.hpp"

#include "network/service_import/service_columns.hpp"
#include "platform/search/fold.hpp"

namespace network {

namespace {

struct ServiceNamed {
    Id<Service> id{};
    std::string slug{}, type_code{}, name{};
    std::optional<std::string> register_identifier{}, ico{};
    static void each_field(auto& row, auto& visit) {
        visit("id", row.id), visit("slug", row.slug), visit("type_code", row.type_code), visit("name", row.name);
        visit("register_identifier", row.register_identifier), visit("ico", row.ico);
    }
};

struct ProviderNamed {
    Id<Provider> id{};
    std::string ico{};
    static void each_field(auto& row, auto& visit) { visit("id", row.id), visit("ico", row.ico); }
};

}

ServiceGround ServiceGround::read(db::Session& db, Date today) {
    ServiceGround ground;
    ground.lists_ = CodeLists::read(db, today), ground.territory_ = Territory::read(db, today), ground.today_ = today;
    for (auto& row : db.all<ServiceNamed>("SELECT services.id, services.slug, type_code, services.name,"
                                          " register_identifier, ico FROM services"
                                          " JOIN providers ON providers.id = provider_id")) {
        ground.by_name_.emplace(row.slug, row.id), ground.by_name_.emplace(to_text(row.id), row.id);
        if (row.register_identifier) ground.by_name_.emplace(*row.register_identifier, row.id);
        ground.services_[row.id] = {row.ico.value_or(""), row.type_code, search::fold(row.name),
                                    row.register_identifier.value_or("")};
        if (row.ico) ground.by_ico_and_type_.emplace(*row.ico + " " + row.type_code, row.id);
    }
    for (auto& row : db.all<ProviderNamed>("SELECT id, ico FROM providers WHERE ico IS NOT NULL"))
        ground.providers_.emplace(row.ico, row.id);
    ground.name_items("service_types", ground.types_), ground.name_items("forms", ground.forms_);
    ground.name_items("capacity_units", ground.units_), ground.name_items("target_groups", ground.groups_);
    return ground;
}

void ServiceGround::name_items(const char* list, Names& names) const {
    for (auto item : lists_.items(list, today_)) {
        auto end = item->code.substr(item->code.find('/') + 1);
        for (auto& name : {item->code, end, item->name_cs, item->name_en.value_or(""), item->short_cs.value_or(""),
                           item->detail("paragraph"), item->detail("one"), item->detail("few"), item->detail("many")})
            if (!name.empty()) names.try_emplace(plain_heading(name), item->code);
    }
}

std::string ServiceGround::named(const Names& names, std::string_view said) {
    auto found = names.find(plain_heading(said));
    return found == names.end() ? "" : found->second;
}

std::string ServiceGround::type(std::string_view said) const { return named(types_, said); }
std::string ServiceGround::form(std::string_view said) const { return named(forms_, said); }
std::string ServiceGround::unit(std::string_view said) const { return named(units_, said); }
std::string ServiceGround::group(std::string_view said) const { return named(groups_, said); }

std::optional<Id<Service>> ServiceGround::service(const std::string& named) const {
    auto end = named.substr(named.rfind('/') == named.npos ? 0 : named.rfind('/') + 1);
    auto found = by_name_.find(end);
    return found == by_name_.end() ? std::nullopt : std::optional{found->second};
}

std::vector<Id<Service>> ServiceGround::services(const std::string& ico, const std::string& type,
                                                 const std::string& name) const {
    std::vector<Id<Service>> found;
    auto wanted = search::fold(name);
    auto [from, to] = by_ico_and_type_.equal_range(ico + " " + type);
    for (auto at = from; at != to; ++at)
        if (wanted.empty() || services_.at(at->second).name == wanted) found.push_back(at->second);
    return found;
}

std::optional<Id<Provider>> ServiceGround::provider(const std::string& ico) const {
    auto found = providers_.find(ico);
    return found == providers_.end() ? std::nullopt : std::optional{found->second};
}

std::string ServiceGround::ico_of(Id<Service> id) const { return services_.at(id).ico; }
std::string ServiceGround::type_of(Id<Service> id) const { return services_.at(id).type; }
std::string ServiceGround::identifier_of(Id<Service> id) const { return services_.at(id).identifier; }

}

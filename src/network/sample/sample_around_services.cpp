// Loads what stands around services: capacities, contracts, premises, related services, clients, texts.
#include "network/providers/contact.hpp"
#include "network/sample/sample_region.hpp"
#include "network/services/agreed_capacity.hpp"
#include "network/services/availability.hpp"
#include "network/services/capacity_state.hpp"
#include "network/services/client_count.hpp"
#include "network/services/financing_contract.hpp"
#include "network/services/registered_capacity.hpp"
#include "network/services/related_service.hpp"
#include "network/services/service_text.hpp"

namespace network {

// Reports of places are worth something for weeks only, so those that are made up are as old as they were on the day
// for which the region was written, and closer together: confirmed lately up to a month, grey up to three.
Date SampleRegion::reported(Date written) const {
    constexpr Date written_for{std::chrono::year{2026} / 11 / 24};
    auto age = (written_for - written).count();
    if (age <= 30) age = age * 12 / 30;
    else if (age <= 90) age = 15 + (age - 30) * 25 / 60;
    return day_in_prague(author.now) - std::chrono::days{age};
}

void SampleRegion::load_capacities() {
    for (auto& row : sample_table("capacities")) {
        auto by = said_by(row);
        auto& of = service(row.needed("service"));
        auto kind = row.needed("kind"), form = row.needed("form"), unit = row.needed("unit");
        auto count = row.number("count").value();
        Validity when{row.date("valid_from").value_or(of.starts_on.value_or(beginning)), row.day_after("valid_to")};
        if (kind == "free") add(by, FreePlaces{{}, of.id, form, unit, count, reported(when.valid_from), {}, {}});
        else if (kind == "registered")
            set_capacity(by, {{},
                              of.id,
                              form,
                              unit,
                              count,
                              row.text("scope"),
                              row.number("of_total"),
                              row.text("note"),
                              when,
                              {},
                              row.text("whole"),
                              {}});
        else add(by, AgreedCapacity{{}, of.id, kind, form, unit, count, row.text("note"), when, {}, {}});
    }
    for (auto& row : sample_table("capacity_states")) {
        auto& of = service(row.needed("service"));
        add(said_by(row), CapacityState{{},
                                        of.provider_id,
                                        of.id,
                                        row.needed("state"),
                                        row.text("territory"),
                                        row.text("text"),
                                        row.date("on_date").value(),
                                        {},
                                        {}});
    }
}

void SampleRegion::load_contracts() {
    for (auto& row : sample_table("contracts")) {
        auto by = said_by(row);
        FinancingContract contract;
        contract.number = row.needed("number"), contract.term = row.needed("term");
        contract.starts_on = row.date("valid_from"), contract.ends_on = row.day_after("valid_to");
        contract.project_name = row.text("project_name"),
        contract.project_number = row.text("project_registration_number");
        contract.published = row.yes("public"), contract.note = row.text("note");
        for (auto& key : row.list("services")) {
            auto& of = services_.at(key);
            put_under_contract(by, contract, of.id);
            auto before = *find_service(author.work, of.id);
            auto after = before;
            after.project_name = contract.project_name, after.project_number = contract.project_number;
            change_service(by, before, after);
        }
    }
}

void SampleRegion::load_premises() {
    std::map<std::string, Id<Premises>> kept;
    for (auto& row : sample_table("premises")) {
        auto by = said_by(row);
        Premises premises;
        premises.name = row.needed("name"), premises.owner = row.text("owner"), premises.tenure = row.text("tenure");
        premises.area_m2 = row.real("area_m2"), premises.garden_m2 = row.real("garden_m2");
        premises.declared_rooms = row.number("rooms_declared"), premises.municipality_code = row.text("municipality");
        if (row.text("compliance")) premises.meets_norms = true;
        premises.note = row.text("note");
        kept[row.needed("key")] = add(by, premises);
        for (auto& key : row.list("services"))
            add(by, ServicePremises{{}, service(key).id, premises.id, {beginning, {}}, {}});
    }
    for (auto& row : sample_table("rooms"))
        add(author, Room{{},
                         kept.at(row.needed("premises")),
                         row.number("position").value(),
                         row.needed("name"),
                         row.text("kind"),
                         row.yes("counted"),
                         row.text("note"),
                         {}});
}

void SampleRegion::load_related_services() {
    for (auto& row : sample_table("related_services")) {
        auto by = said_by(row);
        RelatedService related;
        related.slug = row.needed("key");
        related.provider_id = providers_.at(row.needed("provider"));
        related.kind_code = row.needed("kind"), related.name = row.needed("name");
        related.description = row.text("description"), related.opening = row.text("hours");
        related.for_whom = row.text("target_text"), related.municipality_code = row.text("municipality");
        related.latitude = row.real("lat"), related.longitude = row.real("lon");
        related.coverage = row.text("coverage").value_or(""), related.verified_on = row.date("verified_on");
        related.invented = row.text("real") == "invented";
        related.validity.valid_from = row.date("active_from").value_or(beginning);
        add_related_service(by, related);
        std::int64_t position = 0;
        for (auto kind : {"phone", "email"})
            if (auto value = row.text(kind)) add(by, Contact{{}, {related.id.uuid}, kind, *value, {}, ++position, {}});
    }
}

void SampleRegion::load_client_counts() {
    for (auto& row : sample_table("clients_by_area")) {
        auto& of = service(row.needed("service"));
        add(said_by(row), ClientCount{{},
                                      of.id,
                                      row.needed("area_kind"),
                                      row.needed("area"),
                                      row.date("on_date").value(),
                                      row.number("count").value(),
                                      row.text("source_text"),
                                      {}});
    }
}

void SampleRegion::load_texts() {
    for (auto& row : sample_table("texts")) {
        ServiceText text;
        text.service_id = service(row.needed("service")).id, text.language = row.needed("language");
        text.name = row.text("name"), text.description = row.text("description");
        std::string steps;
        for (auto& step : row.list("steps")) steps += (steps.empty() ? "" : "\n") + step;
        if (!steps.empty()) text.steps = steps;
        add(author, text);
    }
}

}

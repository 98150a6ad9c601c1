// Our share of the demonstration region: Liberecký kraj with the services that documents name and invented ones.
#include "network/code_lists/code_list.hpp"
#include "network/network.hpp"
#include "network/proposals/proposal.hpp"
#include "network/proposals/representation.hpp"
#include "network/sample/sample_region.hpp"

namespace network {

void load_sample(const history::Author& author) {
    load_code_lists(author, files());
    SampleRegion region{author};
    region.load_territory();
    region.load_providers();
    region.load_services();
    region.load_facilities();
    region.load_capacities();
    region.load_contracts();
    region.load_premises();
    region.load_related_services();
    region.load_client_counts();
    region.load_texts();
    region.load_networks();
}

void let_sample_provider_take_part(const history::Author& author, Id<Organisation> people) {
    let_represent(author, find_provider_by_slug(author.work, "kormidlo")->id, people);
    keep_trusted_fields(author, {"service:doba", "service:overeno", "facility:doba"});
}

}

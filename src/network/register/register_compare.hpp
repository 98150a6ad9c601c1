// Compares a file of the register, service by service, with what the register said last.
#pragma once

#include "network/register/register_codes.hpp"
#include "network/register/register_import.hpp"
#include "network/register/register_merge.hpp"

#include <unordered_map>
#include <unordered_set>

namespace network {

struct RegisterCounts {
    std::int64_t services{}, facilities{};                  // taken from the file
    std::int64_t services_before{}, facilities_before{};    // known and not gone
    std::map<std::string, std::int64_t> kinds{};
    std::int64_t unchanged{};

    std::int64_t of(const std::string& kind) const {
        auto found = kinds.find(kind);
        return found == kinds.end() ? 0 : found->second;
    }
    // By how much services or facilities are fewer, the worse of both; a file is refused above the limit.
    double drop_percent() const;
};

inline constexpr double drop_limit_percent = 5;

class RegisterComparison {
public:
    // The session sees one moment and lives as long as the comparison.
    RegisterComparison(db::Session&, Date day, std::optional<std::string> region);

    // Nothing where the service is as known, or of another region.
    std::optional<ServiceDifference> compare(const RegisterService&);
    // After the last service: those that the file no longer has.
    void vanished(const std::function<void(ServiceDifference&&)>& take);

    const RegisterCounts& counts() const { return counts_; }
    const Territory& territory() const { return territory_; }
    const std::map<std::string, std::string>& municipalities() const { return municipality_names_; }
    const RegisterCodes& codes() const { return codes_; }

private:
    struct Known {
        db::Bytes fingerprint;
        std::int64_t facilities;
        std::optional<Id<Service>> service;
        bool gone;
    };

    ServiceDifference difference(const RegisterService&, const std::string& key);
    void look_for_held(ServiceDifference&, std::optional<Id<Service>>, const RegisterService* before,
                       const RegisterService& after);
    ServiceDifference told(ServiceDifference);

    db::Session& db_;
    Date day_;
    std::optional<std::string> region_;
    CodeLists lists_;
    RegisterCodes codes_;
    Territory territory_;
    std::map<std::string, std::string> municipality_names_;
    std::unordered_map<std::string, Known> known_;
    std::unordered_set<std::string> seen_;
    std::unordered_map<std::string, Id<Service>> by_identifier_;
    std::unordered_map<std::int64_t, Id<Service>> by_portal_;
    RegisterCounts counts_;
    std::int64_t position_ = 0;
};

}

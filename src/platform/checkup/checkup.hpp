// The program looks at its own installation: what an attacker or an accident would use first.
#pragma once

#include "platform/auth/people.hpp"
#include "platform/checkup/installation.hpp"
#include "platform/http/request.hpp"

namespace checkup {

enum class Verdict { good, watch, bad };

const char* to_text(Verdict);    // good, watch, bad

// One thing that was looked at.  Its words are the texts checkup.NAME (what it is) and checkup.NAME.VERDICT (how it is
// and what to do), with the values.
struct Finding {
    std::string name{};
    Verdict verdict = Verdict::good;
    std::vector<std::string> values{};
    std::string link{};    // where it can be put right, if here
};

struct Group {
    std::string name{};    // checkup.group.NAME
    std::vector<Finding> findings{};
};

// How many days something may be old, or must still last.
inline constexpr int backup_within_days = 2, certificate_lasts_days = 14, anchor_within_days = 2, dormant_days = 180;

std::vector<Group> look_around(db::Session&, const Installation&, const http::SiteFacts&, Instant now);

// Remembered by `opora backup`, so that its absence shows.
void note_backup(db::Session& work, Instant now);
std::optional<Instant> last_backup(db::Session&);

// The last moment of a certificate in PEM; nothing where it cannot be read.
std::optional<Instant> certificate_ends(const std::filesystem::path&);

}

// What happened that concerns a person: the list in the program, and how each of them wishes to learn of it.
#pragma once

#include "platform/history/history.hpp"

#include <map>

namespace notices {

struct Notice {
    Id<Notice> id{};
    Id<User> person_id{};
    std::string kind{};       // notice.kind.KIND says it, with the subject
    std::string subject{};    // by its public name: nothing of a person
    std::string address{};    // of ours
    Instant happened_at{};
    std::optional<Instant> read_at{};
    std::string mail = "never";    // at_once, daily: waits for its letter; done; never
    Kept kept{};

    static constexpr auto table = "notices";
    static void each_field(auto& notice, auto& visit) {
        visit("id", notice.id), visit("person_id", notice.person_id), visit("kind", notice.kind);
        visit("subject", notice.subject), visit("address", notice.address);
        visit("happened_at", notice.happened_at), visit("read_at", notice.read_at), visit("mail", notice.mail);
        Kept::each_field(notice.kept, visit);
    }
};

// The kinds that a person may meet, which a capability tells of.
struct Kind {
    const char* code;
    bool (*concerns)(const User&);
};
struct Kinds {
    std::vector<Kind> all{};
};

inline constexpr const char* ways[] = {"at_once", "daily", "never"};

// Tells people, within the work that did it; none of them twice of the same.
void tell(const history::Author&, const std::vector<Id<User>>&, const std::string& kind, const std::string& subject,
          const std::string& address);

std::int64_t count_unread(db::Session&, const User&);
std::vector<Notice> notices_of(db::Session&, Id<User>, bool unread_only, std::int64_t most, std::int64_t skip);
std::int64_t count_of(db::Session&, Id<User>, bool unread_only);
std::optional<Notice> find_notice(db::Session&, Id<Notice>);
void mark_read(db::Session& work, const Notice&, Instant now);
void mark_all_read(db::Session& work, Id<User>, Instant now);

std::string way_of(db::Session&, Id<User>, const std::string& kind);
bool choose_way(const history::Author&, Id<User>, const std::string& kind, const std::string& way);

}

// A record and two permissions, small enough to be written wrongly in many ways: see tools/must_not_compile.sh.
#pragma once

#include "platform/http/routes.hpp"
#include "refusals/page.hpp"

namespace refusals {

struct Record {
    Id<Record> id;
    bool visible_to(const User&) const { return true; }
    Uuid uuid() const { return id.uuid; }
    static std::optional<Record> find(db::Session&, const std::string&) { return {}; }
    static std::optional<Record> by_id(db::Session&, Id<Record>) { return {}; }
};

namespace may {

struct Read {
    using About = Record;
    static constexpr auto name = "refusals.read";
    static bool allows(const User&, const Record&) { return true; }
};

struct Write {
    using About = Record;
    static constexpr auto name = "refusals.write";
    static bool allows(const User&, const Record&) { return true; }
};

}

http::Response read(const http::Request&, Permit<may::Read>);
http::Response write(const http::Request&, Permit<may::Write>);
void save(const Permit<may::Write>&);

}

// The printed directory of what a search of the catalogue finds, and a leaflet about one service: PDF on A4.
#pragma once

#include "network/catalogue/catalogue_model.hpp"
#include "network/permissions.hpp"
#include "platform/http/respond.hpp"

#include <atomic>

namespace network {

// How many directories are being made: one of a whole country keeps a processor busy for many seconds.
class Press {
public:
    static constexpr int most = 2;

    // Held as long as one is made; nothing where as many are under way as may be.
    std::shared_ptr<void> take();

private:
    std::atomic<int> busy_ = 0;
};

http::Response print_directory(const http::Request&, Permit<auth::may::Read>);
http::Response print_leaflet(const http::Request&, Permit<may::ReadService>);

}

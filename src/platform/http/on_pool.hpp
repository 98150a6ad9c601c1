// co_await on_pool(work): work runs on the pool, the coroutine goes on on its loop.
#pragma once

#include "platform/http/connection.hpp"

#include <boost/asio/executor_work_guard.hpp>

namespace http {

template <class Work>
Awaitable<> Connection::on_pool(Work& work) {
    auto start = [this, &work](auto resume) {
        // The loop must not end while its coroutine is away.
        auto stay = net::make_work_guard(loop_.io);
        net::post(loop_.service.pool, [&work, this, resume = std::move(resume), stay = std::move(stay)]() mutable {
            work();
            net::post(loop_.io, std::move(resume));
        });
    };
    co_await net::async_initiate<const Whole, void()>(start, whole);
}

}

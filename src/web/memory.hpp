// What a server holds of the machine's memory while nothing is asked: large pieces go back when they are not used any more,
// instead of staying with the thread that had them.
#pragma once

namespace figbook::web {

// Once, at the start.
void keep_memory_small();
// After much was read and is not used any more.
void give_memory_back();

}  // namespace figbook::web

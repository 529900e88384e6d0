// SIGINT and SIGTERM as a request to come to an end.

#ifndef STANCE_CLIENT_BATCH_INTERRUPTION_H_
#define STANCE_CLIENT_BATCH_INTERRUPTION_H_

namespace stance::client {

// From now on the first of these signals only leaves a note; the next one ends
// the process as it would have.
void NoteInterruptions();

// The signal that came, 0 where none did. Any thread.
int Interruption();

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_INTERRUPTION_H_

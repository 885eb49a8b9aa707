// Tells the other tabs of this browser that an address was confirmed, so that the one that waits for it goes on by itself.
import { useEffect } from 'react';

const CHANNEL = 'adagia-verified';

export function tellVerified(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(true);
  channel.close();
}

export function useVerifiedElsewhere(then: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', then);
    return () => channel.close();
  }, [then]);
}
